import PQ
import Testing

@testable import SafetyCredit

extension Story {
    func registerUnits(_ connection: isolated Connection) throws {
        try take(
            SubjectLine.self, on: "2024-01-02",
            [
                ["生产经营单位名称", "统一社会信用代码", "注册地址"], [Self.unitName, Self.unit, "随县青石镇1号"],
                ["随州明湖商贸有限公司", Self.otherUnit, ""],
            ],
            connection)
    }

    func punish(
        of code: String = unit, number: String = decisionNumber, on day: String = "2024-03-01",
        agency: String = agency, published: String = "", field: String = "", accident: String = accidentNumber,
        recordedOn: String? = nil,
        _ connection: isolated Connection
    ) throws {
        let report = try take(
            PenaltyLine.self, on: recordedOn ?? day,
            [
                ["统一社会信用代码", "行政处罚决定书文号", "处罚类别", "处罚决定日期", "处罚机关", "公示日期", "处罚领域", "关联事故编号"],
                [code, number, "警告", day, agency, published, field, accident],
            ], followUp: PenalisedMembership.found, connection)
        #expect(report.isWritten, "\(report.rejects)")
    }

    /// Imports a table whose first row holds the titles, signed by `rec`.
    @discardableResult
    func take<Line: StagedLine>(
        _: Line.Type, on day: String, _ rows: [[String]], mode: Importer<Line>.Mode = .whole, isDryRun: Bool = false,
        followUp: @escaping @Sendable (ImportContext, isolated Connection) throws -> Void = { _, _ in },
        _ connection: isolated Connection
    ) throws -> Importer<Line>.Report {
        let day = CivilDate(iso: day)!
        guard let officer = try Officer.find("rec", on: connection) else { throw Refusal(.unknownOfficer) }
        let reading = try withScratchFile(Array(Self.csv(rows).utf8)) { path in
            try ImportFormat<Line>.read(path: path, today: day)
        }
        let report = try Importer<Line>(mode: mode, isDryRun: isDryRun, followUp: followUp)
            .run(reading, named: "table.csv", on: day, by: officer, on: connection)
        // Outside a test's transaction the end of the import drops it.
        try connection.script("drop table if exists pg_temp.\(Line.stagingTable)")
        return report
    }

    static func csv(_ rows: [[String]]) -> String {
        rows.map { $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n" }.joined()
    }
}
