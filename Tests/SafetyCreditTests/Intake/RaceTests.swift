import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("Two sessions at once", .serialized) struct RaceTests {
    @Test(
        "With the same key there is one effect, and both get the same answer",
        arguments: ["decide-listing", "record-defence", "give-notice"])
    func sameKey(act: String) async throws {
        try await RegisterDatabase.shared.withClone { options in
            let story = Story()
            let (stage, day, officer, fields): (Story.Stage, String, String, [String: JSONValue]) =
                switch act {
                case "decide-listing": (.heard, "2024-03-11", "dec", Story.listing)
                case "record-defence": (.told, "2024-03-08", "han", ["case": "give-notice", "is_waived": true])
                default: (.punished, "2024-03-05", "han", RefusalCase.notice)
                }
            let replies = try await race(story, from: stage, options) { connection in
                try story.submit(act, on: day, by: officer, fields, connection)
            }
            let answers = replies.compactMap { reply -> [String: JSONValue]? in
                switch reply.outcome {
                case .done(_, let answer), .repeated(_, let answer): answer
                case .refused: nil
                }
            }
            #expect(answers.count == 2)
            #expect(Set(answers).count == 1)
            let connection = try await Connection.connect(options)
            let performed = try await connection.value(
                "select count(*) from intake.act as a where a.act = \(act)", as: Int64.self)
            #expect(performed == 1)
            await connection.close()
        }
    }

    @Test("Two officers deciding one case at once: one decides, the other is refused by the rule")
    func oneCase() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let story = Story()
            let officers = ["dec", "han2"]
            let replies = try await race(story, from: .heard, options) { connection, number in
                try story.submit(
                    "decide-listing", on: "2024-03-11", by: officers[number], key: "decision-\(number)",
                    RefusalCase.listing(["decision_number": .string("随应急失信〔2024〕\(number)号")]), connection)
            }
            #expect(replies.count { !$0.isRefused } == 1)
            let connection = try await Connection.connect(options)
            let units = try await connection.value(
                "select count(*) from lists.membership as m where m.list_code = 'serious' and m.unit_id is null",
                as: Int64.self)
            #expect(units == 1)
            let refusals = try await connection.values(
                "select a.refusal_code from intake.act as a where a.refusal_code is not null", as: String.self)
            // By the case's step or, where both had looked at that, by the membership that the first has stored.
            #expect(refusals == ["step-out-of-order"] || refusals == ["penalty-has-listed"])
            await connection.close()
        }
    }

    @Test("Two objections to one record upheld at once take it away once")
    func oneRecord() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let story = Story()
            let connection = try await Connection.connect(options)
            try await connection.work { connection in
                try story.reach(.objectionAccepted, connection)
                try story.does(
                    "file-objection", on: "2024-03-06", by: "han", key: "second",
                    [
                        "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
                        "statement": "重复异议",
                    ],
                    connection)
                try story.does(
                    "accept-objection", on: "2024-03-07", by: "han", key: "second-accepted", ["case": "second"],
                    connection)
            }
            let cases = ["file-objection", "second"]
            let replies = try await race(story, from: nil, options) { connection, number in
                try story.submit(
                    "decide-objection", on: "2024-03-12", by: "dec", key: "decision-\(number)",
                    RefusalCase.with(
                        RefusalCase.objectionDecision, ["case": .string(cases[number]), "decision": "delete"]),
                    connection)
            }
            #expect(replies.count { !$0.isRefused } >= 1)
            let ended = try await connection.value(
                "select count(*) from lists.membership_version as v where v.end_reason = 'objection'", as: Int64.self)
            #expect(ended == 1)
            await connection.close()
        }
    }

    @Test("Expiry run twice, late, and by two workers at once expires each membership once")
    func expiry() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let story = Story()
            let connection = try await Connection.connect(options)
            try await connection.work { connection in
                try story.registerUnits(connection)
                for number in 1...40 {
                    try story.punish(
                        number: "罚\(number)", on: "2024-03-01", published: "2024-03-05", recordedOn: "2024-03-06",
                        connection)
                }
            }
            let lastDay = CivilDate(iso: "2027-03-05")!
            #expect(try await connection.work { try ExpireMemberships.run(asOf: lastDay, on: $0) } == 0)
            let other = try await Connection.connect(options)
            async let first = connection.work { try ExpireMemberships.run(asOf: lastDay + 1, on: $0) }
            async let second = other.work { try ExpireMemberships.run(asOf: lastDay + 30, on: $0) }
            #expect(try await first + second == 40)
            #expect(try await other.work { try ExpireMemberships.run(asOf: lastDay + 400, on: $0) } == 0)
            let counts = try await connection.values(
                """
                select unnest(array[
                    (select count(*) from lists.membership as m where m.expired_on = '2027-03-06'),
                    (select count(*) from lists.membership_version as v where v.expired_on = '2027-03-06'),
                    (select count(*) from intake.act as a where a.act = 'expire-membership' and a.acted_on = '2027-03-06')])
                """, as: Int64.self)
            #expect(counts == [40, 40, 40])
            await other.close()
            await connection.close()
        }
    }

    @Test(
        "One fact told by two officers under two keys is recorded once, and refused once",
        arguments: [
            ("record-role", RefusalCase.role, RefusalCode.roleHeld), ("record-ban", RefusalCase.ban, .recordExists),
            ("record-repair", RefusalCase.repair, .recordExists),
        ])
    func oneFact(act: String, fields: [String: JSONValue], code: RefusalCode) async throws {
        try await RegisterDatabase.shared.withClone { options in
            let story = Story()
            let connection = try await Connection.connect(options)
            try await connection.work { connection in
                try story.reach(.punished, connection)
                // The person is known: else the claim of the number alone would let one wait for the other.
                try story.does(
                    "record-role", on: "2024-03-11", by: "rec", key: "known",
                    RefusalCase.with(RefusalCase.role, ["role": "responsible"]), connection)
            }
            let replies = try await race(story, from: nil, options) { connection, number in
                try story.submit(act, on: "2024-03-12", by: "rec", key: "\(act)-\(number)", fields, connection)
            }
            #expect(replies.count { !$0.isRefused } == 1)
            let refusals = try await connection.values(
                "select a.refusal_code from intake.act as a where a.refusal_code is not null", as: String.self)
            #expect(refusals == [code.rawValue])
            await connection.close()
        }
    }

    @Test("A membership that ends while another act waits to end it keeps the first end")
    func twoEnds() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let story = Story()
            let first = try await Connection.connect(options)
            try await first.work { connection in
                try story.reach(.punished, connection)
                try connection.script("select pg_advisory_lock(7)")
            }
            async let annulled = {
                let second = try await Connection.connect(options)
                let answer = try await second.work { connection in
                    try connection.script("select pg_advisory_lock_shared(7)")
                    return try story.does(
                        "annul-penalty", on: "2024-03-12", by: "rec", RefusalCase.annulment, connection)
                }
                await second.close()
                return answer
            }()
            try await first.work { connection in
                try connection.transaction { connection in
                    try story.does("record-repair", on: "2024-03-11", by: "rec", RefusalCase.repair, connection)
                    try connection.script("select pg_advisory_unlock(7)")
                    while try !connection.value(
                        """
                        select exists (
                            select from pg_locks as l
                            where l.locktype = 'transactionid' and not l.granted
                                and pg_backend_pid() = any (pg_blocking_pids(l.pid))
                        )
                        """, as: Bool.self)
                    {}
                }
            }
            #expect(try await annulled["ended_membership_ids"] == [])
            let ends = try await first.values(
                "select v.end_reason from lists.membership_version as v order by v.version_no", as: String?.self)
            #expect(ends == [nil, "repaired"])
            await first.close()
        }
    }

    private func race(
        _ story: Story, from stage: Story.Stage?, _ options: ConnectionOptions,
        _ body: @escaping @Sendable (isolated Connection) throws -> ActReply
    ) async throws -> [ActReply] {
        try await race(story, from: stage, options) { connection, _ in try body(connection) }
    }

    /// Two sessions that begin their transactions together: both wait for one lock and are let go at once.
    private func race(
        _ story: Story, from stage: Story.Stage?, _ options: ConnectionOptions,
        _ body: @escaping @Sendable (isolated Connection, Int) throws -> ActReply
    ) async throws -> [ActReply] {
        let gate = try await Connection.connect(options)
        if let stage { try await gate.work { try story.reach(stage, $0) } }
        try await gate.script("select pg_advisory_lock(7)")
        let replies = try await withThrowingTaskGroup(of: ActReply.self) { group in
            for number in 0..<2 {
                group.addTask {
                    let connection = try await Connection.connect(options)
                    let reply = try await connection.work { connection in
                        try connection.script("select pg_advisory_lock_shared(7)")
                        return try body(connection, number)
                    }
                    await connection.close()
                    return reply
                }
            }
            while try await gate.value(
                "select count(*) from pg_locks as l where l.locktype = 'advisory' and not l.granted", as: Int64.self)
                < 2
            {}
            try await gate.script("select pg_advisory_unlock(7)")
            return try await group.reduce(into: []) { $0.append($1) }
        }
        await gate.close()
        return replies
    }
}
