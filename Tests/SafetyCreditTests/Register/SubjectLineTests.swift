import PQ
import SafetyCredit
import Testing

/// **Source** RD-44.
@Suite("Files of subjects")
struct SubjectLineTests {
    @Test("Aliases, full-width brackets, blanks, line breaks and case in titles are tolerated")
    func titles() throws {
        let reading = try readLine(
            [
                ("序号", "1"), ("企业\n名称", "随风矿业有限公司"), ("＊统一社会 信用代码", "91421321ma49k3c490"), ("行业代码（gb/t 4754）", "b1019"),
                ("成立日期", "2019/1/31"), ("主体类别", "机构"), ("错误原因", "旧"),
            ], as: SubjectLine.self)
        #expect(reading.rejects == [])
        let line = try #require(reading.lines.first)
        #expect(line.name == "随风矿业有限公司")
        #expect(line.creditCode.text == "91421321MA49K3C490")
        #expect(line.industryCode == "B1019")
        #expect(line.registeredOn?.description == "2019-01-31")
        #expect(line.kind == .serviceBody)
    }

    @Test("A header that does not fit tells everything at once, with suggestions")
    func header() throws {
        let cells = [("企业名称", "甲"), ("单位名称", "甲"), ("统一社会信用号", "1"), ("电话", "1")]
        let error = #expect(throws: ImportFileError.self) { try readLine(cells, as: SubjectLine.self) }
        guard case .format(let format)? = error else {
            Issue.record("the header is at fault, not the table")
            return
        }
        #expect(format.missing == ["统一社会信用代码"])
        #expect(format.unknown.map(\.title) == ["统一社会信用号", "电话"])
        #expect(format.unknown.map(\.column) == [3, 4])
        #expect(format.unknown.map(\.suggestion) == ["统一社会信用代码", nil])
        #expect(format.twice.map(\.title) == ["生产经营单位名称"])
    }

    @Test("A caller may drop unknown columns")
    func ignoredColumns() throws {
        let text = "企业名称,统一社会信用代码,电 话\n甲,91421321MA49K3C490,1\n"
        try withScratchFile(Array(text.utf8)) { path in
            let reading = try ImportFormat<SubjectLine>.read(path: path, today: importDay, ignoredColumns: ["电话"])
            #expect(reading.lines.count == 1)
        }
    }

    @Test("Cells that a spreadsheet damaged are rejects of their row alone")
    func damagedCells() throws {
        let rows = [
            "<row r=\"2\">\(TinyWorkbook.text("A2", "甲"))<c r=\"B2\"><v>9.1421300183510797E+17</v></c></row>",
            "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>A2</f><v>甲</v></c>\(TinyWorkbook.text("B3", "91421321MA49K3C490"))</row>",
            "<row r=\"4\"><c r=\"A4\" t=\"e\"><v>#N/A</v></c>\(TinyWorkbook.text("B4", "91421321MA49K3C490"))</row>",
            "<row r=\"5\">\(TinyWorkbook.text("A5", "丁"))\(TinyWorkbook.text("B5", "91421321MA49K3C490"))</row>",
        ]
        try withScratchFile(TinyWorkbook(rows: TinyWorkbook.header + rows.joined()).bytes) { path in
            let reading = try ImportFormat<SubjectLine>.read(path: path, today: importDay)
            #expect(reading.lines.map(\.rowNumber) == [5])
            #expect(
                reading.rejects == [
                    Reject(rowNumber: 2, columnTitle: "信用代码", column: 2, fault: .lostDigits),
                    Reject(rowNumber: 3, columnTitle: "企业名称", column: 1, fault: .formula),
                    Reject(rowNumber: 4, columnTitle: "企业名称", column: 1, fault: .errorValue),
                ])
        }
    }
}
