import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The statistics form", .serialized) struct StatisticsFormTests {
    private static let columns = ["序号", "统一社会信用代码", "生产经营单位名称", "安全生产信用等级", "备注"]

    private func form(_ unit: String? = nil, year: Int = 2024) async throws -> StatisticsForm {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.take(
                SubjectLine.self, on: "2023-12-01",
                [
                    ["生产经营单位名称", "统一社会信用代码"], ["阿厂", "914213210000000000"], ["张湾矿业", CreditCodes.code(2)],
                    ["白云建材", CreditCodes.code(3)], ["阳光商贸", CreditCodes.code(4, division: "421381")],
                ], connection)
            try story.reach(.published, connection)
            return try StatisticsForm.fill(
                year: year, reportingUnit: unit, filledBy: "李某", filledOn: CivilDate(iso: "2025-01-06")!, on: connection
            )
        }
    }

    @Test("Has one line per unit, numbered, by reporting unit and pinyin, and no person")
    func lines() async throws {
        let form = try await form()
        #expect(form.lines.map(\.number) == Array(1...Int64(form.lines.count)))
        #expect(form.lines.map(\.subjectName) == ["随州明湖商贸有限公司", "阿厂", "白云建材", Story.unitName, "张湾矿业", "阳光商贸"])
        #expect(form.lines.map(\.grade) == ["B", "B", "B", "D", "B", "B"])
        #expect(form.lines[3].remark.contains(Story.listingNumber))
        #expect(form.lines[3].remark.contains("2027-03-15"))
    }

    @Test("Leaves out what happened on or after 1 January")
    func lastEvent() async throws {
        #expect(try await form(year: 2023).lines.allSatisfy { $0.grade == "B" && $0.remark.isEmpty })
    }

    @Test(
        "A unit bears the name of the form's year: a renaming of the new year stands in the next form (RD-06)",
        arguments: [("2024-12-31", [newName, newName]), ("2025-01-01", [Story.unitName, newName])])
    func renamed(day: String, names: [String]) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.does(
                "rename-subject", on: day, by: "rec",
                [
                    "credit_code": .string(Story.unit), "new_name": .string(Self.newName), "document_number": "变1",
                ], connection)
            let shown = try [2024, 2025].map { year in
                try connection.value(
                    "select f.subject_name from reports.statistics_form(\(year)::integer) as f where f.credit_code = \(Story.unit)",
                    as: String.self)
            }
            #expect(shown == names)
        }
    }
    private static let newName = "随县青石新材料有限公司"

    @Test("Its remarks know nothing of a publication or a removal of the new year (RD-06)")
    func remarks() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(on: "2023-12-29", published: "2024-01-02", recordedOn: "2024-01-05", connection)
            let membership = try connection.value("select m.membership_id from lists.membership as m", as: Int64.self)
            try story.does(
                "apply-for-removal", on: "2024-12-30", by: "han",
                ["membership_id": .integer(membership), "statement": "已整改"], connection)
            try story.does(
                "accept-removal-application", on: "2024-12-31", by: "han", ["case": "apply-for-removal"], connection)
            try story.does("decide-removal", on: "2025-01-02", by: "dec", Story.grant, connection)
            let remarks = try [2023, 2024, 2025].map { year in
                try StatisticsForm.fill(
                    year: year, reportingUnit: nil, filledBy: "李某", filledOn: CivilDate(iso: "2026-01-06")!,
                    on: connection
                ).lines.map(\.remark).max() ?? ""
            }
            let decision = "处罚决定 \(Story.decisionNumber)"
            #expect(remarks == [decision + "（未公示）", decision + "（至2027-01-02）", ""])
        }
    }

    @Test(
        "For one reporting unit has its units alone",
        arguments: [("421321", 4), ("随县应急管理局", 4), ("421381", 1), ("421300-gx", 0)])
    func oneUnit(name: String, count: Int) async throws {
        #expect(try await form(name).lines.count == count)
    }

    @Test("An unknown reporting unit is refused by name")
    func unknownUnit() async throws {
        await #expect(throws: ReportError.unknownReportingUnit("无此局")) { try await form("无此局") }
    }

    @Test(
        "Reads back from both files with exactly five columns, codes as text, footer last",
        arguments: ["form.xlsx", "form.csv"])
    func readBack(name: String) async throws {
        let form = try await form()
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/\(name)"
        if name.hasSuffix("xlsx") { try form.workbook.write(to: path) } else { try FileBytes.write(form.csv, to: path) }
        let table = try TableFile.read(path, options: TableReadOptions(knownTitles: Self.columns))
        #expect(table.header == Self.columns)
        let rows = table.rows.map { row in
            row.cells.map { cell in
                if case .text(let text) = cell { CellText.trim(text) } else { "damaged" }
            }
        }
        #expect(rows.count == form.lines.count + 1)
        for (row, line) in zip(rows, form.lines) {
            #expect(row == ["\(line.number)", line.creditCode, line.subjectName, line.grade, line.remark])
        }
        let footer = try #require(rows.last)
        #expect(footer.contains("统计人员：李某"))
        #expect(footer.contains("时间：2025年1月6日"))
    }
}
