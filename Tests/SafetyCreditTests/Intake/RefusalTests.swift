import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("An act against a rule", .serialized) struct RefusalTests {
    @Test(
        "It is refused by that rule, and leaves nothing but its row in the ledger", arguments: RefusalCase.all)
    func refused(_ attempt: RefusalCase) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(attempt.stage, connection)
            try attempt.before(story, connection)
            var fields = attempt.fields
            if fields["membership_id"] == 0 { fields["membership_id"] = .integer(try story.unitMembership(connection)) }
            if fields["subject_id"] == 0 { fields["subject_id"] = .integer(try story.principal(connection)) }
            let before = try WholeRegister.digests(connection)
            let acts = try connection.value("select count(*) from intake.act", as: Int64.self)

            let reply = try Story(today: attempt.today).submit(
                attempt.act, on: attempt.day, by: attempt.officer, key: attempt.key, fields, connection)

            guard case .refused(let refusal) = reply.outcome else {
                Issue.record("performed: \(reply.line(in: .english))")
                return
            }
            #expect(refusal.code == attempt.code)
            #expect(!refusal.sentence(in: .english).contains("?"), "the sentence lacks a fact")
            var after = try WholeRegister.digests(connection)
            after["intake.act"] = before["intake.act"]
            #expect(after == before)
            #expect(try connection.value("select count(*) from intake.act", as: Int64.self) == acts + 1)
            let noted = try connection.value(
                "select a.refusal_code from intake.act as a where a.refusal_code is not null", as: String.self)
            #expect(noted == attempt.code.rawValue)
        }
    }

    @Test("Every rule an act can break has a case")
    func complete() {
        let form: Set<RefusalCode> = [.notJSON, .notAnObject]
        let covered = Set(RefusalCase.all.map(\.code))
        #expect(Set(RefusalCode.allCases).subtracting(covered) == form)
    }

    @Test(
        "A line that is no act says why",
        arguments: [
            ("{\"act\":", RefusalCode.notJSON), ("", .notJSON), ("[1]", .notAnObject), ("\"act\"", .notAnObject),
            ("{\"act\":\"x\",\"officer\":\"rec\",\"key\":\"k\"}", .missingField),
            ("{\"act\":\"x\",\"on\":\"2024-02-30\",\"officer\":\"rec\",\"key\":\"k\"}", .badField),
            ("{\"act\":\"x\",\"on\":\"infinity\",\"officer\":\"rec\",\"key\":\"k\"}", .badField),
            ("{\"act\":\"x\",\"on\":20240301,\"officer\":\"rec\",\"key\":\"k\"}", .badField),
            ("{\"act\":\"x\",\"on\":\"2024-03-01\",\"officer\":\"rec\",\"key\":\" \"}", .missingField),
            (
                "{\"act\":\"x\",\"on\":\"2024-03-01\",\"officer\":\"rec\",\"key\":\"\(String(repeating: "k", count: 201))\"}",
                .badField
            ),
            ("{\"act\":\"x\",\"on\":\"2024-03-01\",\"officer\":\"rec\",\"key\":\"a\\u0000b\"}", .badField),
        ])
    func noAct(line: String, code: RefusalCode) {
        #expect { try ActLine(parsing: line) } throws: { ($0 as? Refusal)?.code == code }
    }
}
