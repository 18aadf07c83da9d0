import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// How long the sharing platform shows a penalty: by its class and the rule of the day of the decision (RD-24).
@Suite("What the sharing platform shows of a penalty") struct SharingPlatformTermTests {
    /// A penalty of the class, and a day on which it is asked whether it is shown.
    struct Case: Sendable, CustomTestStringConvertible {
        let kinds: String
        let fine: String
        let decidedOn: String
        let day: String
        let isShown: Bool
        var testDescription: String { "\(kinds) \(fine) \(decidedOn): \(isShown ? "shown" : "not shown") on \(day)" }
    }

    static let cases = [
        // Order 58 to 31 March 2026: three years at most, whatever the class.
        Case(kinds: "警告", fine: "", decidedOn: "2026-03-31", day: "2026-04-10", isShown: true),
        Case(kinds: "警告", fine: "", decidedOn: "2024-02-29", day: "2027-02-28", isShown: true),
        Case(kinds: "警告", fine: "", decidedOn: "2024-02-29", day: "2027-03-01", isShown: false),
        // Order 36 from 1 April 2026 on: minor not sent, general one year, serious three.
        Case(kinds: "警告", fine: "", decidedOn: "2026-04-01", day: "2026-04-10", isShown: false),
        Case(kinds: "警告、通报批评", fine: "", decidedOn: "2026-04-01", day: "2026-04-10", isShown: false),
        Case(kinds: "罚款", fine: "9.9999", decidedOn: "2026-04-01", day: "2026-04-10", isShown: true),
        Case(kinds: "罚款", fine: "9.9999", decidedOn: "2026-04-01", day: "2027-04-01", isShown: true),
        Case(kinds: "罚款", fine: "9.9999", decidedOn: "2026-04-01", day: "2027-04-02", isShown: false),
        Case(kinds: "罚款", fine: "10", decidedOn: "2026-04-01", day: "2027-04-02", isShown: true),
        Case(kinds: "吊销许可证件", fine: "", decidedOn: "2026-04-01", day: "2029-04-01", isShown: true),
        Case(kinds: "吊销许可证件", fine: "", decidedOn: "2026-04-01", day: "2029-04-02", isShown: false),
    ]

    @Test("It is shown as long as its class and the rule of its day allow", arguments: cases)
    func term(_ row: Case) async throws {
        #expect(try await channels(row) == (row.isShown ? ["bureau-site", "sharing-platform"] : ["bureau-site"]))
    }

    @Test("By option b everything is shown as long as it founds a membership", arguments: cases)
    func everything(_ row: Case) async throws {
        #expect(try await channels(row, option: "b") == ["bureau-site", "sharing-platform"])
    }

    @Test("What ends on the platform alone is withdrawn there, and goes on counting")
    func withdrawal() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story(today: "2030-12-31")
            try punish(story, Self.cases[6], connection)
            try connection.execute(
                """
                insert into publication.entry (subject_id, membership_id, channel_code, last_version, state, shown_version,
                    shown_sha256, proven_at)
                select w.subject_id, w.membership_id, w.channel_code, 1, 'shown', 1, w.content_sha256, now()
                from publication.wanted('2027-04-01') as w
                """)
            let actions = try connection.rows(
                """
                select d.channel_code, d.action, d.due_on
                from publication.difference('2027-04-02') as d
                where d.action <> 'keep'
                """,
                as: (String, String, CivilDate?).self
            ).map { "\($0.0) \($0.1) \($0.2.map(\.description) ?? "none")" }
            #expect(actions == ["sharing-platform withdraw 2027-04-07"])
            let grade = try connection.values(
                "select g.grade::text from lists.subject_grade('2027-04-02') as g order by g.grade desc limit 1",
                as: String.self)
            #expect(grade == ["C"])
        }
    }

    private func channels(_ row: Case, option: String? = nil) async throws -> [String] {
        try await RegisterDatabase.shared.withRollback { connection in
            try punish(Story(today: "2030-12-31"), row, connection)
            if let option { try choose(option, for: "RD-24", on: connection) }
            return try connection.values(
                """
                select w.channel_code
                from publication.wanted(\(row.day)) as w
                where w.channel_code in ('bureau-site', 'sharing-platform')
                order by w.channel_code
                """,
                as: String.self)
        }
    }

    /// Leaves the membership unpublished, so that it has no end that would take the platform's part.
    private func punish(_ story: Story, _ row: Case, _ connection: isolated Connection) throws {
        try story.reach(.registered, connection)
        let report = try story.take(
            PenaltyLine.self, on: "2026-04-02",
            [
                ["统一社会信用代码", "行政处罚决定书文号", "处罚类别", "罚款金额(万元)", "处罚决定日期", "处罚机关"],
                [Story.unit, Story.decisionNumber, row.kinds, row.fine, row.decidedOn, Story.agency],
            ], followUp: PenalisedMembership.found, connection)
        #expect(report.isWritten, "\(report.rejects)")
    }
}
