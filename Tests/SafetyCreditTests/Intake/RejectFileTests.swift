import Foundation
import PQ
import SafetyCredit
import Testing

@Suite("Rows given back")
struct RejectFileTests {
    private static let day = CivilDate(iso: "2025-03-01")!

    @Test("A text file comes back as a text file with the bad rows and their reasons")
    func csv() throws {
        let text = "企业名称,统一社会信用代码,成立日期\n甲,91421321MA49K3C490,2025-02-28\n=乙,914213001835108972,2025-02-30\n\n丙,0091,\n"
        try withScratchDirectory { directory in
            let reading = try read(Array(text.utf8), in: directory, name: "in.csv")
            #expect(reading.lines.map(\.name) == ["甲"])
            let path = directory + "/rejects.csv"
            try RejectFile.write(reading.rejects, of: reading.table, to: path, language: .chinese, created: Self.day)
            let bytes = try Data(contentsOf: URL(filePath: path))
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(
                String(decoding: bytes.dropFirst(3), as: UTF8.self) == "\"企业名称\",\"统一社会信用代码\",\"成立日期\",\"错误原因\"\r\n"
                    + "\"\t=乙\",\"\t914213001835108972\",\"2025-02-30\",\"成立日期：日期不存在\"\r\n"
                    + "\"丙\",\"\t0091\",\"\",\"统一社会信用代码：代码长度不对，为 4 位\"\r\n")
        }
    }

    @Test("A file that comes back corrected is taken, and one that is still wrong has its reasons refreshed")
    func roundTrip() throws {
        let text = "企业名称,统一社会信用代码,成立日期\n甲,914213001835108972,2025-02-30\n乙,91421321MA49K3C409,2025-02-28\n"
        try withScratchDirectory { directory in
            let first = try read(Array(text.utf8), in: directory, name: "in.csv")
            let path = directory + "/rejects.csv"
            try RejectFile.write(first.rejects, of: first.table, to: path, language: .chinese, created: Self.day)
            let corrected = try String(contentsOfFile: path, encoding: .utf8).replacing(
                "2025-02-30", with: "2025-02-27")

            let second = try read(Array(corrected.utf8), in: directory, name: "again.csv")
            #expect(second.lines.map(\.creditCode.text) == ["914213001835108972"])
            try RejectFile.write(second.rejects, of: second.table, to: path, language: .english, created: Self.day)
            let table = try TableFile.read(path)
            #expect(table.header == ["企业名称", "统一社会信用代码", "成立日期", "错误原因"])
            #expect(
                table.rows.map { $0.cells.map(\.shown) } == [
                    [
                        "乙", "91421321MA49K3C409", "2025-02-28",
                        "统一社会信用代码: the code's character 17 (check of the organisation code) is wrong",
                    ]
                ])
        }
    }

    @Test("A workbook comes back as a workbook, codes and formulas as text")
    func workbook() throws {
        let rows =
            TinyWorkbook.header
            + "<row r=\"2\">\(TinyWorkbook.text("A2", "=1+1"))\(TinyWorkbook.text("B2", "91421321MA49K3C409"))</row>"
            + "<row r=\"3\"><c r=\"A3\"><f>B3</f><v>1</v></c>\(TinyWorkbook.text("B3", "914213001835108972"))</row>"
            + "<row r=\"4\">\(TinyWorkbook.text("A4", "丙"))\(TinyWorkbook.text("B4", "91421321MA49K3C490"))</row>"
        try withScratchDirectory { directory in
            let reading = try read(TinyWorkbook(rows: rows).bytes, in: directory, name: "in.xlsx")
            #expect(reading.lines.count == 1)
            let path = directory + "/rejects.xlsx"
            try RejectFile.write(reading.rejects, of: reading.table, to: path, language: .chinese, created: Self.day)
            let table = try TableFile.read(path)
            #expect(table.source.sheet == "表1")
            #expect(table.header == ["企业名称", "信用代码", "错误原因"])
            #expect(
                table.rows.map(\.cells) == [
                    [.text("=1+1"), .text("91421321MA49K3C409"), .text("信用代码：代码第 17 位（组织机构代码校验码）不符")],
                    [.text("=B3"), .text("914213001835108972"), .text("企业名称：公式单元格，请改为数值或文字")],
                ])
        }
    }

    @Test("Several reasons of one row are joined")
    func severalReasons() throws {
        try withScratchDirectory { directory in
            let reading = try read(Array("企业名称,统一社会信用代码\n,1\n".utf8), in: directory, name: "in.csv")
            let path = directory + "/rejects.csv"
            try RejectFile.write(reading.rejects, of: reading.table, to: path, language: .chinese, created: Self.day)
            let reason = try TableFile.read(path).rows[0].cells[2]
            #expect(reason == .text("企业名称：必填项为空；统一社会信用代码：代码长度不对，为 1 位"))
        }
    }

    @Test("A folder that does not exist is told, and nothing is left behind")
    func noFolder() throws {
        try withScratchDirectory { directory in
            let reading = try read(Array("企业名称,统一社会信用代码\n,1\n".utf8), in: directory, name: "in.csv")
            let path = directory + "/none/rejects.csv"
            #expect(throws: WorkbookError.file(.folderMissing(path: path))) {
                try RejectFile.write(
                    reading.rejects, of: reading.table, to: path, language: .chinese, created: Self.day)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["in.csv"])
        }
    }

    private func read(_ bytes: [UInt8], in directory: String, name: String) throws -> ImportReading<SubjectLine> {
        let path = "\(directory)/\(name)"
        try Data(bytes).write(to: URL(filePath: path))
        return try ImportFormat<SubjectLine>.read(path: path, today: Self.day)
    }
}
