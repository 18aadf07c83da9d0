import Foundation
import PQ
import SafetyCredit
import Testing

@Suite("Workbooks written")
struct WorkbookTests {
    private static let form: Workbook = {
        var sheet = Sheet(
            name: "统计表", widths: [6, 24, 40, 10, 12],
            rows: [
                SheetRow([.text("安全生产信用等级统计表", .title)] + (0..<4).map { _ in SheetCell(.blank, .title) }, height: 32),
                SheetRow(["序号", "统一社会信用代码", "生产经营单位名称", "等级", "日期"].map { .text($0, .header) }),
                SheetRow([
                    SheetCell(.integer(1), .centred), .text("914213001835108972"), .text("=HYPERLINK(\"x\")"),
                    .text("A", .centred),
                    SheetCell(.date(CivilDate(iso: "2024-02-29")!), .centred),
                ]),
                SheetRow([
                    SheetCell(.integer(2)), .text("0012"), .text("a\0b & <c>"), SheetCell(.decimal(123_456, places: 2)),
                    SheetCell(.blank),
                ]),
            ])
        sheet.merges = [SheetMerge(row: 0, columns: 0...4)]
        sheet.frozenRows = 2
        var print = PrintSetup()
        print.repeatedRows = 1...1
        print.header = PageLine(left: ["报送单位：A&B 局"])
        print.footer = PageLine(left: ["统计人员："], right: ["第 ", .pageNumber, " 页，共 ", .pageCount, " 页"])
        sheet.print = print
        return Workbook(title: "统计表", created: CivilDate(iso: "2025-01-01")!, sheets: [sheet])
    }()

    @Test("What is written reads back: codes and formulas as text, dates as dates")
    func readBack() throws {
        try withScratchDirectory { directory in
            let path = directory + "/form.xlsx"
            try Self.form.write(to: path)
            let table = try TableFile.read(path, options: TableReadOptions(knownTitles: ["序号", "统一社会信用代码"]))
            #expect(table.headerRow == 2)
            #expect(
                table.rows.map { $0.cells.map(\.shown) } == [
                    ["1", "914213001835108972", "=HYPERLINK(\"x\")", "A", "2024-02-29"],
                    ["2", "0012", "ab & <c>", "1234.56", ""],
                ])
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["form.xlsx"])
        }
    }

    @Test("The same workbook gives the same bytes")
    func deterministic() throws {
        try withScratchDirectory { directory in
            try Self.form.write(to: directory + "/a.xlsx")
            try Self.form.write(to: directory + "/b.xlsx")
            let first = try Data(contentsOf: URL(filePath: directory + "/a.xlsx"))
            #expect(try Data(contentsOf: URL(filePath: directory + "/b.xlsx")) == first)
            #expect(first.count > 1_000)
        }
    }

    @Test("What a spreadsheet cannot hold is refused and leaves no file")
    func limits() throws {
        func book(name: String = "a", text: String = "", footer: String = "") -> Workbook {
            var sheet = Sheet(
                name: name, widths: [], rows: [SheetRow([.text("x")]), SheetRow([.text("y"), .text(text)])])
            sheet.print = PrintSetup()
            sheet.print?.footer = PageLine(left: [.text(footer)])
            return Workbook(title: "", created: CivilDate(iso: "2025-01-01")!, sheets: [sheet])
        }
        try withScratchDirectory { directory in
            let path = directory + "/x.xlsx"
            for name in ["", "a/b", String(repeating: "长", count: 32)] {
                #expect(throws: WorkbookError.sheetName(name)) { try book(name: name).write(to: path) }
            }
            var twice = book()
            twice.sheets += book(name: "A").sheets
            #expect(throws: WorkbookError.sheetName("A")) { try twice.write(to: path) }
            #expect(throws: WorkbookError.textTooLong(sheet: "a", row: 2, column: 2)) {
                try book(text: String(repeating: "长", count: 32_768)).write(to: path)
            }
            #expect(throws: WorkbookError.pageLineTooLong(sheet: "a")) {
                try book(footer: String(repeating: "x", count: 300)).write(to: path)
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: directory)
            #expect(left.isEmpty)
            #expect(throws: WorkbookError.file(.folderMissing(path: directory + "/none/x.xlsx"))) {
                try book().write(to: directory + "/none/x.xlsx")
            }
        }
    }

    @Test("CSV for programs holds values as they are, for spreadsheets it guards them")
    func csv() {
        func written(for reader: CSVWriter.Reader) -> String {
            var writer = CSVWriter(for: reader)
            writer.row(["=1", "914213001835108972", "007", "-5", "a\"b", "12345678901", "7", ""])
            return String(decoding: writer.bytes.dropFirst(3), as: UTF8.self)
        }
        #expect(
            written(for: .program)
                == "\"=1\",\"914213001835108972\",\"007\",\"-5\",\"a\"\"b\",\"12345678901\",\"7\",\"\"\r\n")
        #expect(
            written(for: .spreadsheet)
                == "\"\t=1\",\"\t914213001835108972\",\"\t007\",\"\t-5\",\"a\"\"b\",\"12345678901\",\"7\",\"\"\r\n")
    }
}
