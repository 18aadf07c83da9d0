import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A penalty on a principal (RD-13)") struct PrincipalPenaltyTests {
    @Test(
        "It is the unit's to the last day in the role, and after it to whoever did not yet know of the end",
        arguments: [
            ("2024-04-30", "infinity", 1), ("2024-05-01", "infinity", 0), ("2024-05-01", "2024-05-20", 1),
            ("2024-05-01", "2024-06-01", 0),
        ])
    func endedRole(decidedOn: String, knownAt: String, count: Int64) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            let held = try story.does("record-role", on: "2024-01-02", by: "rec", RefusalCase.role, connection)
            guard case .integer(let person)? = held["person_id"], let role = held["responsibility_id"] else {
                Issue.record("\(held)")
                return
            }
            try story.does(
                "end-role", on: "2024-06-01", by: "rec",
                ["credit_code": .string(Story.unit), "responsibility_id": role, "last_day": "2024-04-30"], connection)
            try RecordedFacts.penalty("罚1", on: person, decidedOn: decidedOn, connection)
            try connection.script(
                """
                update records.penalty set known_at = '2024-05-02';
                update register.responsibility set known_at = '2024-01-02';
                update register.responsibility_end set known_at = '2024-06-01';
                """)
            let counted = try connection.value(
                "select count(*) from records.penalty_of_principal(\(knownAt)::timestamptz)", as: Int64.self)
            #expect(counted == count)
        }
    }
}
