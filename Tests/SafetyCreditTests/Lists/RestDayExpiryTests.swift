import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// The job may run late: it records the legal date (RD-32).
///
/// A management period whose last day, 3 October 2026, is a rest day; the first working day after it is 8 October.
@Suite("A period that ends on a rest day (RD-30)") struct RestDayExpiryTests {
    private func run(
        _ option: String?, _ days: [String],
        _ body: @Sendable (Story, Int64, String, isolated Connection) throws -> String
    ) async throws -> [String] {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(on: "2023-09-28", published: "2023-10-03", recordedOn: "2024-01-03", connection)
            if let option { try choose(option, for: "RD-30", on: connection) }
            let membership = try connection.value("select m.membership_id from lists.membership as m", as: Int64.self)
            return try days.map { try body(story, membership, $0, connection) }
        }
    }

    @Test(
        "Its expiry is recorded on the day after, by option b after the next working day, with the day itself as its date"
    )
    func expiry() async throws {
        let days = ["2026-10-03", "2026-10-04", "2026-10-08", "2026-10-09"]
        let expired: @Sendable (Story, Int64, String, isolated Connection) throws -> String = {
            _, id, day, connection in
            let count = try ExpireMemberships.run(asOf: CivilDate(iso: day)!, on: connection)
            let off = try connection.value(
                "select m.expired_on from lists.membership as m where m.membership_id = \(id)", as: CivilDate?.self)
            return "\(count) \(off?.description ?? "none")"
        }
        #expect(
            try await run(nil, days, expired) == ["0 none", "1 2026-10-04", "0 2026-10-04", "0 2026-10-04"])
        #expect(try await run("b", days, expired) == ["0 none", "0 none", "0 none", "1 2026-10-09"])
    }

    @Test("It is shown, and with its last day, while it runs")
    func publication() async throws {
        let shown: @Sendable (Story, Int64, String, isolated Connection) throws -> String = { _, _, day, connection in
            try connection.values(
                """
                select w.content ->> 'last_day' from publication.wanted(\(day)) as w where w.channel_code = 'bureau-site'
                """, as: String.self
            ).joined()
        }
        let days = ["2026-10-03", "2026-10-04", "2026-10-08", "2026-10-09"]
        #expect(try await run(nil, days, shown) == ["2026-10-03", "", "", ""])
        #expect(try await run("b", days, shown) == ["2026-10-08", "2026-10-08", "2026-10-08", ""])
    }

    @Test("The term of its withdrawal runs from the first day off")
    func withdrawal() async throws {
        let term: @Sendable (Story, Int64, String, isolated Connection) throws -> String = { _, id, day, connection in
            try connection.execute(
                """
                insert into publication.entry (subject_id, membership_id, channel_code, last_version, last_stamp, state,
                    shown_version, shown_sha256, proven_at)
                select m.subject_id, m.membership_id, 'bureau-site', 1, 0, 'shown', 1, '', now()
                from lists.membership as m
                where m.membership_id = \(id)
                """)
            return try connection.rows(
                """
                select d.term_starts_on, d.due_on
                from publication.difference(\(day)) as d
                where d.channel_code = 'bureau-site' and d.action = 'withdraw'
                """, as: (CivilDate?, CivilDate?).self
            ).map { "\($0.0?.description ?? "-") \($0.1?.description ?? "-")" }.joined()
        }
        // Three working days from Sunday, 4 October, in the holidays; and from Friday, 9 October.
        #expect(try await run(nil, ["2026-10-15"], term) == ["2026-10-04 2026-10-10"])
        #expect(try await run("b", ["2026-10-15"], term) == ["2026-10-09 2026-10-13"])
    }

    @Test("Reports tell its last day, before and after its end")
    func report() async throws {
        let told: @Sendable (Story, Int64, String, isolated Connection) throws -> String = { _, _, day, connection in
            _ = try ExpireMemberships.run(asOf: CivilDate(iso: day)!, on: connection)
            return try connection.value(
                "select m.last_day || ' ' || coalesce(m.days_left::text, '-') from reports.membership_on(\(day)) as m",
                as: String.self)
        }
        let days = ["2026-10-03", "2026-10-08", "2026-10-09"]
        #expect(try await run(nil, days, told) == ["2026-10-03 1", "2026-10-03 -", "2026-10-03 -"])
        #expect(try await run("b", days, told) == ["2026-10-08 6", "2026-10-08 1", "2026-10-08 -"])
    }

    @Test("Documents print its last day")
    func document() async throws {
        let printed: @Sendable (Story, Int64, String, isolated Connection) throws -> String = {
            story, id, day, connection in
            try story.does(
                "apply-for-removal", on: day, by: "han", ["membership_id": .integer(id), "statement": "已整改"], connection
            )
            try story.does(
                "refuse-removal-application", on: day, by: "han",
                ["case": "apply-for-removal", "reason": "缺少守信承诺书"], connection)
            let refusal = try story.issue(.acceptanceRefusal, on: day, ["case": "apply-for-removal"], connection)
            return refusal.data["last_day_on"]?.text ?? "none"
        }
        #expect(try await run(nil, ["2026-03-12"], printed) == ["2026-10-03"])
        #expect(try await run("b", ["2026-03-12"], printed) == ["2026-10-08"])
    }

    @Test("Acts reach it while it runs")
    func acts() async throws {
        let apply: @Sendable (Story, Int64, String, isolated Connection) throws -> String = {
            story, id, day, connection in
            let reply = try story.submit(
                "apply-for-removal", on: day, by: "han", ["membership_id": .integer(id), "statement": "已整改"], connection
            )
            if case .refused(let refusal) = reply.outcome { return refusal.code.rawValue }
            return "done"
        }
        #expect(try await run(nil, ["2026-10-08"], apply) == ["not-in-force"])
        #expect(try await run("b", ["2026-10-08"], apply) == ["done"])
        #expect(try await run("b", ["2026-10-09"], apply) == ["not-in-force"])
    }
}
