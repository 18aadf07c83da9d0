import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("Document numbers", .serialized) struct DocumentNumberTests {
    private static let notice = RefusalCase.with(RefusalCase.notice, ["document_number": .null])

    /// Notices of one unit to itself: each opens a case of its own and takes a number.
    private func give(
        _ key: String, on day: String, by officer: String = "han", with fields: [String: JSONValue] = notice,
        _ connection: isolated Connection
    ) throws -> String? {
        try Story().does("give-notice", on: day, by: officer, key: key, fields, connection)["document_number"]?.text
    }

    @Test("Follow each other by agency, kind and the year of the legal date")
    func series() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            #expect(try give("a", on: "2024-12-31", connection) == "随应急告〔2024〕1号")
            #expect(try give("b", on: "2025-01-01", connection) == "随应急告〔2025〕1号")
            #expect(try give("c", on: "2024-12-31", connection) == "随应急告〔2024〕2号")
            // Another agency, which punished for itself.
            try story.punish(number: "曾应急罚〔2024〕1号", on: "2024-03-01", agency: "随州市曾都区应急管理局", connection)
            let county = RefusalCase.with(Self.notice, ["penalty_decision_number": "曾应急罚〔2024〕1号"])
            #expect(try give("d", on: "2024-12-31", by: "dec-zd", with: county, connection) == "曾应急告〔2024〕1号")
            // Another kind.
            try story.does("record-defence", on: "2025-01-06", by: "han", ["case": "b", "is_waived": true], connection)
            let listed = try story.does(
                "decide-listing", on: "2025-01-08", by: "dec", ["case": "b"], connection)
            #expect(listed["decision_number"]?.text == "随应急失信〔2025〕1号")
            let number = try connection.value(
                "select m.decision_number from lists.membership as m where m.list_code = 'serious'", as: String.self)
            #expect(number == "随应急失信〔2025〕1号")
        }
    }

    @Test("Are not used up by a refused or repeated act")
    func refusedAndRepeated() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            let first = try give("a", on: "2024-03-05", connection)
            let again = try story.submit("give-notice", on: "2024-03-05", by: "han", key: "a", Self.notice, connection)
            guard case .repeated(_, let answer) = again.outcome else { throw Refusal(.keyReused) }
            #expect(answer["document_number"]?.text == first)
            // Refused after the number was taken: the case stands at the decision already.
            try story.does("record-defence", on: "2024-03-08", by: "han", ["case": "a", "is_waived": true], connection)
            try story.does("decide-listing", on: "2024-03-11", by: "dec", key: "l1", ["case": "a"], connection)
            let late = try story.submit(
                "decide-listing", on: "2024-03-12", by: "dec", key: "l2", ["case": "a"], connection)
            #expect(late.isRefused)
            // A penalty lists once under a clause.
            let otherClause = RefusalCase.with(Self.notice, ["clause": "DO3"])
            let other = try give("b", on: "2024-03-05", with: otherClause, connection)
            try story.does(
                "record-defence", on: "2024-03-08", by: "han", key: "d2", ["case": "b", "is_waived": true], connection)
            let next = try story.does(
                "decide-listing", on: "2024-03-13", by: "dec", key: "l3", ["case": "b"], connection)
            #expect((first, other) == ("随应急告〔2024〕1号", "随应急告〔2024〕2号"))
            #expect(next["decision_number"]?.text == "随应急失信〔2024〕2号")
        }
    }

    @Test(
        "Typed from an older paper document are kept as typed, and the register goes on behind them",
        arguments: ["随应急告〔2024〕17号", "随应急告[2024]17号", "随应急告（2024）第017号", "随应急告﹝2024﹞17号"])
    func typed(number: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.punished, connection)
            let typed = RefusalCase.with(RefusalCase.notice, ["document_number": .string(number)])
            #expect(try give("paper", on: "2024-03-05", with: typed, connection) == number)
            // The same paper document may back a second act.
            #expect(try give("paper again", on: "2024-03-05", with: typed, connection) == number)
            #expect(try give("next", on: "2024-03-06", connection) == "随应急告〔2024〕18号")
            // A number of another series is not given out there either.
            let other = RefusalCase.with(RefusalCase.notice, ["document_number": "随应急失信〔2024〕1号"])
            #expect(try give("other", on: "2024-03-06", with: other, connection) == "随应急失信〔2024〕1号")
            let story = Story()
            try story.does(
                "record-defence", on: "2024-03-08", by: "han", ["case": "next", "is_waived": true], connection)
            let listed = try story.does("decide-listing", on: "2024-03-11", by: "dec", ["case": "next"], connection)
            #expect(listed["decision_number"]?.text == "随应急失信〔2024〕2号")
            let foreign = RefusalCase.with(RefusalCase.notice, ["document_number": "鄂安监〔2024〕99号"])
            #expect(try give("foreign", on: "2024-03-06", with: foreign, connection) == "鄂安监〔2024〕99号")
            #expect(try give("last", on: "2024-03-06", connection) == "随应急告〔2024〕19号")
        }
    }

    @Test("Have no gap and no double after many sessions at once, of which some roll back and some are killed")
    func parallel() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let admin = try await Connection.connect(options)
            try await admin.work { try Story().reach(.punished, $0) }
            let given = try await withThrowingTaskGroup(of: [String].self) { group in
                for session in 0..<16 {
                    group.addTask { try await workAndDie(session, options) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(given.count == 16 * 9)
            #expect(Set(given) == Set((1...144).map { "随应急告〔2024〕\($0)号" }))
            let (count, last, told) = try await admin.row(
                """
                select count(*), max(n.serial_no), (
                    select count(distinct s.detail ->> 'document_number') from cases.step as s where s.step_code = 'notice_served')
                from cases.document_number as n
                where n.kind = '告'
                """, as: (Int64, Int32, Int64).self)
            #expect((count, last, told) == (144, 144, 144))
            await admin.close()
        }
    }

    /// Twelve notices of one session, of which every fourth is rolled back; at last the session's backend is ended while it holds a number.
    private func workAndDie(_ session: Int, _ options: ConnectionOptions) async throws -> [String] {
        let connection = try await Connection.connect(options)
        var given: [String] = []
        for round in 0..<12 {
            do {
                let number = try await connection.work { connection in
                    try connection.transaction { connection in
                        let number = try give("\(session)-\(round)", on: "2024-03-05", connection)
                        if (session + round) % 4 == 0 { throw GivenUp() }
                        return number
                    }
                }
                given.append(try #require(number))
            } catch is GivenUp {}
        }
        await #expect(throws: PQError.self) {
            try await connection.work { connection in
                try connection.transaction { connection in
                    _ = try give("\(session)-dying", on: "2024-03-05", connection)
                    try connection.execute("select pg_terminate_backend(pg_backend_pid())")
                }
            }
        }
        await connection.close()
        return given
    }

    private struct GivenUp: Error {}
}
