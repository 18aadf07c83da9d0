import Foundation
import SafetyCredit
import Testing

@Suite("Tables from text files")
struct DelimitedFileTests {
    static let plain = "企业名称,统一社会信用代码\n随风矿业,91421321MA49K3C490\n安居化工,91421381589123459D\n"

    static let encodings: [(String, [UInt8], TableSource.Encoding)] = [
        ("UTF-8", Array(plain.utf8), .utf8),
        ("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + Array(plain.utf8), .utf8WithMark),
        ("GB18030", encode(plain, "GB18030"), .gb18030),
        ("UTF-16LE", [0xFF, 0xFE] + encode(plain.replacing(",", with: "\t"), "UTF-16LE"), .utf16LittleEndian),
        ("UTF-16LE without mark", encode(plain, "UTF-16LE"), .utf16LittleEndian),
        ("UTF-16BE without mark", encode(plain, "UTF-16BE"), .utf16BigEndian),
        ("UTF-16BE", [0xFE, 0xFF] + encode(plain.replacing(",", with: "\t"), "UTF-16BE"), .utf16BigEndian),
    ]

    @Test("Every encoding that spreadsheets write gives the same table", arguments: encodings)
    func encoding(name: String, bytes: [UInt8], encoding: TableSource.Encoding) throws {
        let table = try read(bytes)
        #expect(table.source.encoding == encoding)
        #expect(table.header == ["企业名称", "统一社会信用代码"])
        #expect(table.rows.map(\.number) == [2, 3])
        #expect(table.rows[1].cells == [.text("安居化工"), .text("91421381589123459D")])
    }

    @Test("The digest is that of the file")
    func digest() throws {
        let table = try read(Array("a\nb\n".utf8))
        #expect(table.source.digest.hex == "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2")
    }

    @Test(
        "Separators are told by the header", arguments: [(",", ","), ("\t", "\t"), (";", ";")] as [(String, Character)])
    func separator(written: String, found: Character) throws {
        let table = try read(Array("企业名称\(written)备注\n甲、乙\(written)一；二\n".utf8))
        #expect(table.source.separator == found)
        #expect(table.rows[0].cells == [.text("甲、乙"), .text("一；二")])
    }

    @Test(
        "Quotes, inner line breaks and any mix of line breaks keep cells and row numbers",
        arguments: [
            ("a,b\n\"1,2\",x\n", [[2: ["1,2", "x"]]]),
            ("a,b\n\"say \"\"no\"\"\",x", [[2: ["say \"no\"", "x"]]]),
            ("a,b\n\"two\nlines\",x\ny,z\n", [[2: ["two\nlines", "x"]], [3: ["y", "z"]]]),
            ("a,b\r\n1,2\n3,4\r5,6\r\n", [[2: ["1", "2"]], [3: ["3", "4"]], [4: ["5", "6"]]]),
            ("a,b\n\n1,2\n,\n3,4\n\n\n", [[3: ["1", "2"]], [5: ["3", "4"]]]),
            ("a,b,,\n1,2,,\n3,4\n", [[2: ["1", "2"]], [3: ["3", "4"]]]),
            ("a,b\n1\n2,3\n", [[2: ["1", ""]], [3: ["2", "3"]]]),
            ("a,b\n5\" pipe,x\n", [[2: ["5\" pipe", "x"]]]),
            ("a,b\n\"\",\"\"\n1,\"\"\n", [[3: ["1", ""]]]),
            ("a,b\n=\"0012\",\"=\"\"0034\"\"\"\n", [[2: ["0012", "0034"]]]),
            ("a,b\n'=1+1,'x\n", [[2: ["=1+1", "'x"]]]),
        ] as [(String, [[Int: [String]]])])
    func cells(text: String, expected: [[Int: [String]]]) throws {
        let rows = try read(Array(text.utf8)).rows.map { [$0.number: $0.cells.map(\.shown)] }
        #expect(rows == expected)
    }

    @Test("A number in scientific notation is marked: its digits are lost")
    func scientific() throws {
        let row = try read(Array("a,b,c\n9.14213E+17,9.1E+3元,E+3\n".utf8)).rows[0]
        #expect(row.cells == [.damaged(.lostDigits, shown: "9.14213E+17"), .text("9.1E+3元"), .text("E+3")])
    }

    @Test("Title lines above the header are passed over when titles are known")
    func titleLines() throws {
        let text = "随州市行政处罚台账,,\n,,填报时间：2025年1月\n企业名称,信用代码,备注\n甲,1,\n"
        let table = try read(Array(text.utf8), knownTitles: ["企业名称", "统一社会信用代码", "信用代码", "备注"])
        #expect(table.headerRow == 3)
        #expect(table.header == ["企业名称", "信用代码", "备注"])
        #expect(table.rows.map(\.number) == [4])
    }

    static let brokenFiles: [(String, [UInt8], TableFileError)] = [
        ("no byte", [], .empty),
        ("blank lines", Array("\n\r\n ,\n".utf8), .empty),
        ("only a mark", [0xEF, 0xBB, 0xBF], .empty),
        ("header only", Array("a,b\n".utf8), .headerOnly),
        ("header and blank rows", Array("a,b\n,\n\n".utf8), .headerOnly),
        ("NUL", Array("a,b\n1,x\0y\n".utf8), .nulByte(row: 2, column: 2)),
        ("NUL in quotes", Array("a,b\n1,2\n\"x\0\",2\n".utf8), .nulByte(row: 3, column: 1)),
        ("open quote", Array("a,b\n1,\"x\n2,3\n".utf8), .unterminatedQuote(row: 2, column: 2)),
        ("text after quote", Array("a,b\n\"1\"2,3\n".utf8), .textAfterQuote(row: 2, column: 1)),
        ("too many cells", Array("a,b\n1,2\n1,2,3\n".utf8), .raggedRow(row: 3, cells: 3, columns: 2)),
        ("same title twice", Array("企业名称,b,企业 名称\n1,2,3\n".utf8), .duplicateTitle("企业名称", columns: [1, 3])),
        ("data below a blank title", Array("a,,c\n1,,3\n1,2,3\n".utf8), .untitledColumn(2, row: 3)),
        ("cut off in a row", Array("a,b,c\n1,2,3\n4,5".utf8), .truncated(row: 3)),
        ("cut off in a character", Array("a,b\n企,业".utf8).dropLast(), .truncated(row: 2)),
        (
            "one bad byte in UTF-8", Array("企业名称,b\n随风矿业,".utf8) + [0xFF] + Array("\n".utf8),
            .undecodable(.utf8, offset: 28, line: 2)
        ),
        (
            "bad byte after a mark", [0xEF, 0xBB, 0xBF] + Array("a,b\n1,".utf8) + [0xC0, 0x0A],
            .undecodable(.utf8WithMark, offset: 9, line: 2)
        ),
        (
            "bad byte in GB18030", encode("企业名称,b\n甲", "GB18030") + [0x81, 0x20, 0x0A],
            .undecodable(.gb18030, offset: 13, line: 2)
        ),
        ("cut off in GB18030", encode("企业名称,b\n甲乙", "GB18030").dropLast(), .truncated(row: 2)),
        ("cut off in UTF-16", [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x62], .truncated(row: 2)),
        (
            "lone surrogate", [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xDC, 0x61, 0x00],
            .undecodable(.utf16LittleEndian, offset: 6, line: 2)
        ),
        ("web page", Array("<html><table>".utf8), .unknownFormat),
        ("PDF", Array("%PDF-1.7".utf8), .unknownFormat),
        ("Excel 97", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOrLockedWorkbook),
    ]

    @Test("A broken file is refused by name and place", arguments: brokenFiles)
    func broken(name: String, bytes: [UInt8], error: TableFileError) throws {
        #expect(throws: error) { try read(bytes) }
    }

    @Test("Limits are kept")
    func limits() throws {
        var options = TableReadOptions()
        options.limits.rows = 2
        try withScratchFile(Array("a\n1\n2\n".utf8)) { path in
            #expect(throws: TableFileError.tooManyRows(limit: 2)) { try TableFile.read(path, options: options) }
            options.limits.fileBytes = 3
            #expect(throws: TableFileError.file(.tooLarge(path: path, bytes: 6, limit: 3))) {
                try TableFile.read(path, options: options)
            }
        }
        options = TableReadOptions()
        options.limits.columns = 2
        try withScratchFile(Array("a,b,c\n1,2,3\n".utf8)) { path in
            #expect(throws: TableFileError.tooManyColumns(row: 1, limit: 2)) {
                try TableFile.read(path, options: options)
            }
        }
    }

    @Test("A missing file and a folder are told apart")
    func missing() throws {
        try withScratchDirectory { directory in
            let path = directory + "/none.csv"
            #expect(throws: TableFileError.file(.missing(path: path))) { try TableFile.read(path) }
            #expect(throws: TableFileError.file(.notAFile(path: directory))) { try TableFile.read(directory) }
        }
    }

    private func read(_ bytes: [UInt8], knownTitles: [String] = []) throws -> Table {
        try withScratchFile(bytes) { try TableFile.read($0, options: TableReadOptions(knownTitles: knownTitles)) }
    }
}

/// The text in another encoding.
func encode(_ text: String, _ encoding: String) -> [UInt8] {
    let converter = iconv_open(encoding, "UTF-8")!
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4)
    let capacity = output.count
    let written = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            var inPointer = source.baseAddress
            var inLeft = source.count
            var outPointer = target.baseAddress
            var outLeft = target.count
            precondition(iconv(converter, &inPointer, &inLeft, &outPointer, &outLeft) == 0)
            return capacity - outLeft
        }
    }
    return output.prefix(written).map { UInt8(bitPattern: $0) }
}
