import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("Units that must stand in next year's plan (RD-18)") struct PlanDutyTests {
    private static func years(
        of unit: Int64, on day: String = "2026-12-31", _ connection: isolated Connection
    ) throws -> [Int32] {
        try connection.values(
            """
            select y.plan_year
            from generate_series(2023, 2028) as y (plan_year)
            join supervision.plan_duty(y.plan_year, \(day)) as d on d.subject_id = \(unit)
            order by y.plan_year
            """, as: Int32.self)
    }

    @Test(
        "By default the year after the later of accident and penalty, by option b the year after the accident",
        arguments: [
            ("2024-12-31", "2024-12-31", 2025, 2025), ("2024-12-31", "2025-01-01", 2026, 2025),
            ("2024-06-01", "2025-12-31", 2026, 2025), ("2024-02-29", "2024-03-01", 2025, 2025),
            ("2025-01-01", "2025-06-01", 2026, 2026),
        ])
    func year(accident: String, penalty: String, byDefault: Int32, byOptionB: Int32) async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            try RecordedFacts.accident("事1", at: unit, on: accident, connection)
            try RecordedFacts.penalty("罚1", on: unit, decidedOn: penalty, accident: "事1", connection)
            #expect(try Self.years(of: unit, connection) == [byDefault])
            try connection.execute(
                "insert into law.policy (reading_code, valid_from, option_code, decided_by) values ('RD-18', '2024-01-01', 'b', '会议')"
            )
            #expect(try Self.years(of: unit, connection) == [byOptionB])
        }
    }

    @Test(
        "A penalty for another breach, one that fell, one of another field, or an accident not answered for is no duty")
    func noDuty() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            let day = "2024-06-10"
            try RecordedFacts.accident("事1", at: unit, on: "2024-03-10", connection)
            try RecordedFacts.penalty("罚1", on: unit, decidedOn: day, connection)
            try RecordedFacts.penalty("罚2", on: unit, decidedOn: day, accident: "事9", connection)
            try RecordedFacts.penalty("罚3", on: unit, decidedOn: day, accident: "事1", isSafety: false, connection)
            try RecordedFacts.penalty("罚4", on: unit, decidedOn: day, accident: "事1", isWithdrawn: true, connection)
            try RecordedFacts.penalty("罚5", on: unit, decidedOn: day, accident: "事1", agency: nil, connection)
            try RecordedFacts.accident(
                "事2", at: unit, on: "2024-03-10", responsibility: "not_responsible", connection)
            try RecordedFacts.penalty("罚6", on: unit, decidedOn: day, accident: "事2", connection)
            #expect(try Self.years(of: unit, connection) == [])
            try RecordedFacts.penalty(
                "罚7", on: unit, decidedOn: day, accident: "事1", annulledOn: "2024-09-10", connection)
            #expect(try Self.years(of: unit, on: "2024-06-09", connection) == [])
            #expect(try Self.years(of: unit, on: "2024-09-09", connection) == [2025])
            #expect(try Self.years(of: unit, on: "2024-09-10", connection) == [])
        }
    }

    @Test("Without an approved report nobody is cleared (RD-21)", arguments: [("2024-04-10", []), (nil, [2025])])
    func notCleared(approvedOn: String?, years: [Int32]) async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            try connection.execute(
                """
                insert into records.accident (subject_id, version_no, accident_number, occurred_on, severity, death_count,
                    serious_injury_count, direct_loss_fen, responsibility, report_approved_on, officer_code, act_id, known_at)
                values (\(unit), 1, '事1', '2024-03-10', 'ordinary', 0, 0, 0, 'not_responsible', \(approvedOn)::date,
                    'operator', 1, now())
                """)
            try RecordedFacts.penalty("罚1", on: unit, decidedOn: "2024-06-10", accident: "事1", connection)
            #expect(try Self.years(of: unit, connection) == years)
        }
    }
}
