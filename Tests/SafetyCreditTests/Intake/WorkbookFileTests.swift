import SafetyCredit
import Testing

@Suite("Tables from workbooks")
struct WorkbookFileTests {
    private static let header = TinyWorkbook.header

    @Test("Shared texts join their runs, leave phonetic guides out and undo escapes")
    func sharedStrings() throws {
        var book = TinyWorkbook(
            rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\" t=\"s\"><v>3</v></c></row>")
        book.sharedStrings =
            "<si><t>企业名称</t></si><si><r><t>信用</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">代码 </t></r></si>"
            + "<si><t>随风</t><rPh sb=\"0\" eb=\"1\"><t>suifeng</t></rPh></si><si><t>a_x000D_b_c &amp; d</t></si>"
        let table = try read(book)
        #expect(table.header == ["企业名称", "信用代码"])
        #expect(table.source.sheet == "表1")
        #expect(table.rows == [TableRow(number: 3, cells: [.text("随风"), .text("a\rb_c & d")])])
    }

    @Test(
        "Cells give what the officer sees",
        arguments: [
            ("<c r=\"B2\"><v>42</v></c>", Cell.text("42")),
            ("<c r=\"B2\"><v>914213001835108</v></c>", .text("914213001835108")),
            ("<c r=\"B2\"><v>9.1421300183510797E+17</v></c>", .damaged(.lostDigits, shown: "9.1421300183510797E+17")),
            ("<c r=\"B2\"><v>914213001835108000</v></c>", .damaged(.lostDigits, shown: "914213001835108000")),
            ("<c r=\"B2\"><v>3.2999999999999998</v></c>", .text("3.3")),
            ("<c r=\"B2\"><v>-12.5</v></c>", .text("-12.5")),
            ("<c r=\"B2\"><v>1E-3</v></c>", .text("0.001")),
            ("<c r=\"B2\"><v>1.5E+5</v></c>", .text("150000")),
            ("<c r=\"B2\"><v>123456.789012</v></c>", .text("123456.789012")),
            ("<c r=\"B2\" t=\"b\"><v>1</v></c>", .text("TRUE")),
            ("<c r=\"B2\" t=\"b\"><v>0</v></c>", .text("FALSE")),
            ("<c r=\"B2\" t=\"e\"><v>#N/A</v></c>", .damaged(.errorValue, shown: "#N/A")),
            ("<c r=\"B2\" t=\"str\"><f>A1&amp;\"x\"</f><v>ax</v></c>", .damaged(.formula, shown: "=A1&\"x\"")),
            ("<c r=\"B2\"><f t=\"shared\" si=\"0\"/><v>7</v></c>", .damaged(.formula, shown: "=")),
            ("<c r=\"B2\" t=\"d\"><v>2025-02-28T00:00:00</v></c>", .text("2025-02-28")),
            ("<c r=\"B2\" s=\"1\"/>", .text("")),
            ("<c r=\"B2\"><v/></c>", .text("")),
            ("<c r=\"B2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> 甲 </t></is></c>", .text(" 甲 ")),
        ])
    func cell(xml: String, expected: Cell) throws {
        let table = try read(
            TinyWorkbook(rows: Self.header + "<row r=\"2\">\(TinyWorkbook.text("A2", "甲"))\(xml)</row>"))
        #expect(table.rows[0].cells[1] == expected)
    }

    @Test(
        "Numbers under a date format are dates, in the systems of 1900 and 1904",
        arguments: [
            ("14", "", "45716", false, Cell.text("2025-02-28")),
            ("14", "", "44254", true, .text("2025-02-28")),
            ("22", "", "45716.354166666664", false, .text("2025-02-28 08:30:00")),
            ("31", "", "45351", false, .text("2024-02-29")),
            ("14", "", "1", false, .text("1900-01-01")),
            ("14", "", "59", false, .text("1900-02-28")),
            ("14", "", "60", false, .damaged(.impossibleDate, shown: "60")),
            ("14", "", "61", false, .text("1900-03-01")),
            ("14", "", "2958465", false, .text("9999-12-31")),
            ("14", "", "2958466", false, .damaged(.impossibleDate, shown: "2958466")),
            ("14", "", "-1", false, .damaged(.impossibleDate, shown: "-1")),
            ("14", "", "0", true, .text("1904-01-01")),
            ("20", "", "0.5", false, .text("0.5")),
            ("0", "", "45716", false, .text("45716")),
            ("176", "yyyy\"年\"m\"月\"d\"日\";@", "45716", false, .text("2025-02-28")),
            ("176", "[$-804]yyyy/m/d", "45716", false, .text("2025-02-28")),
            ("176", "[Red]#,##0.00\"days\"", "45716", false, .text("45716")),
            ("176", "\\d0", "45716", false, .text("45716")),
            ("14", "0.00", "45716", false, .text("45716")),
        ])
    func date(format: String, code: String, serial: String, system1904: Bool, expected: Cell) throws {
        var book = TinyWorkbook(
            rows: Self.header
                + "<row r=\"2\">\(TinyWorkbook.text("A2", "甲"))<c r=\"B2\" s=\"1\"><v>\(serial)</v></c></row>")
        let escaped = code.replacing("\"", with: "&quot;")
        let custom = code.isEmpty ? "" : "<numFmts><numFmt numFmtId=\"\(format)\" formatCode=\"\(escaped)\"/></numFmts>"
        book.styles =
            custom + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(format)\"/></cellXfs>"
        book.date1904 = system1904
        #expect(try read(book).rows[0].cells[1] == expected)
    }

    @Test("Rows and cells without references stand where they follow")
    func withoutReferences() throws {
        let cell = "<c t=\"inlineStr\"><is><t>x</t></is></c>"
        let table = try read(
            TinyWorkbook(rows: "<row>\(cell)<c t=\"inlineStr\"><is><t>y</t></is></c></row><row>\(cell)\(cell)</row>"))
        #expect(table.header == ["x", "y"])
        #expect(table.rows == [TableRow(number: 2, cells: [.text("x"), .text("x")])])
    }

    @Test("The results of an array formula are formulas too")
    func arrayFormula() throws {
        let rows =
            "<row r=\"2\">\(TinyWorkbook.text("A2", "甲"))<c r=\"B2\"><f t=\"array\" ref=\"B2:B3\">A1:A2</f><v>1</v></c></row>"
            + "<row r=\"3\">\(TinyWorkbook.text("A3", "乙"))<c r=\"B3\"><v>2</v></c></row>"
            + "<row r=\"4\">\(TinyWorkbook.text("A4", "丙"))<c r=\"B4\"><v>3</v></c></row>"
        let cells = try read(TinyWorkbook(rows: Self.header + rows)).rows.map { $0.cells[1] }
        #expect(cells == [.damaged(.formula, shown: "=A1:A2"), .damaged(.formula, shown: "="), .text("3")])
    }

    @Test("A merged title line is passed over, merged data is refused")
    func merges() throws {
        let title = "<row r=\"1\">\(TinyWorkbook.text("A1", "台账"))</row>"
        let rows =
            title + "<row r=\"2\">\(TinyWorkbook.text("A2", "企业名称"))\(TinyWorkbook.text("B2", "信用代码"))</row>"
            + "<row r=\"3\">\(TinyWorkbook.text("A3", "甲"))\(TinyWorkbook.text("B3", "1"))</row>"
        func merged(_ area: String) -> TinyWorkbook {
            TinyWorkbook(rows: rows, behind: "<mergeCells count=\"1\"><mergeCell ref=\"\(area)\"/></mergeCells>")
        }
        #expect(try read(merged("A1:B1"), known: ["企业名称"]).headerRow == 2)
        #expect(throws: TableFileError.mergedCells("A3:A4", row: 3)) { try read(merged("A3:A4"), known: ["企业名称"]) }
        #expect(throws: TableFileError.mergedCells("A2:A3", row: 3)) { try read(merged("A2:A3"), known: ["企业名称"]) }
    }

    @Test("Hidden sheets are passed over, a named one is found, a missing one is told")
    func sheets() throws {
        func sheet(_ text: String) -> String {
            "<sheetData>\(Self.header)<row r=\"2\">\(TinyWorkbook.text("A2", text))</row></sheetData>"
        }
        var book = TinyWorkbook(rows: "")
        book.sheets = [("旧", "hidden", sheet("旧")), ("新", "visible", sheet("新")), ("备", "veryHidden", sheet("备"))]
        #expect(try read(book).rows[0].cells[0] == .text("新"))
        #expect(try read(book, sheet: "旧").rows[0].cells[0] == .text("旧"))
        #expect(throws: TableFileError.noSuchSheet("无", available: ["旧", "新", "备"])) { try read(book, sheet: "无") }
        book.sheets = [("旧", "hidden", sheet("旧"))]
        #expect(throws: TableFileError.noVisibleSheet) { try read(book) }
    }

    @Test("The strict form of OOXML reads like the transitional one")
    func strict() throws {
        var book = TinyWorkbook(rows: Self.header + "<row r=\"2\">\(TinyWorkbook.text("A2", "甲"))</row>")
        book.strict = true
        #expect(try read(book).rows == [TableRow(number: 2, cells: [.text("甲"), .text("")])])
    }

    static let brokenRows: [(String, TableFileError)] = [
        ("", .empty),
        (header, .headerOnly),
        (header + "<row r=\"2\">\(TinyWorkbook.text("C2", "x"))</row>", .raggedRow(row: 2, cells: 3, columns: 2)),
        (header + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>", .brokenPart("xl/worksheets/sheet0.xml")),
        (header + "<row r=\"1\">\(TinyWorkbook.text("A1", "x"))</row>", .brokenPart("xl/worksheets/sheet0.xml")),
        (header + "<row r=\"2\"><c r=\"A2\"><v>1</c></row>", .brokenPart("xl/worksheets/sheet0.xml")),
        (
            "<row r=\"1\">\(TinyWorkbook.text("A1", "甲"))\(TinyWorkbook.text("C1", "甲"))</row>",
            .duplicateTitle("甲", columns: [1, 3])
        ),
        (header + "<row r=\"2\">\(TinyWorkbook.text("ZZZ2", "x"))</row>", .tooManyColumns(row: 2, limit: 1_000)),
    ]

    @Test("A crooked sheet is refused by name and place", arguments: brokenRows)
    func brokenSheet(rows: String, error: TableFileError) throws {
        #expect(throws: error) { try read(TinyWorkbook(rows: rows)) }
    }

    @Test("A truncated, foreign or hostile archive is refused")
    func brokenArchive() throws {
        let book = TinyWorkbook(rows: Self.header + "<row r=\"2\">\(TinyWorkbook.text("A2", "甲"))</row>")
        let whole = book.bytes
        for length in [4, 40, whole.count / 2, whole.count - 1] {
            #expect(throws: TableFileError.brokenArchive, "cut to \(length)") { try read(Array(whole.prefix(length))) }
        }
        #expect(throws: TableFileError.notAWorkbook) { try read(TinyZip.make([("word/document.xml", "<x/>")])) }
        #expect(throws: TableFileError.brokenPart("xl/worksheets/sheet0.xml")) {
            try read(TinyZip.make(book.parts.filter { !$0.name.contains("sheet0") }))
        }
        var flipped = whole
        let position = try #require(whole.firstRange(of: Array("甲".utf8))).lowerBound
        flipped[position] ^= 1
        #expect(throws: TableFileError.brokenPart("xl/worksheets/sheet0.xml")) { try read(flipped) }

        let entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
        let hostile = book.parts.map { ($0.name, $0.name.contains("sheet0") ? entity + $0.text : $0.text) }
        #expect(throws: TableFileError.documentType(part: "xl/worksheets/sheet0.xml")) {
            try read(TinyZip.make(hostile))
        }

        var options = TableReadOptions()
        options.limits.unpackedBytes = 1_000
        #expect(throws: TableFileError.unpacksTooLarge(limit: 1_000)) {
            try withScratchFile(whole) { try TableFile.read($0, options: options) }
        }
    }

    private func read(_ book: TinyWorkbook, known: [String] = [], sheet: String? = nil) throws -> Table {
        try withScratchFile(book.bytes) {
            try TableFile.read($0, options: TableReadOptions(knownTitles: known, sheet: sheet))
        }
    }

    private func read(_ bytes: [UInt8]) throws -> Table { try withScratchFile(bytes) { try TableFile.read($0) } }
}
