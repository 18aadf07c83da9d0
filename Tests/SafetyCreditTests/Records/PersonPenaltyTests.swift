import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A penalty on a person alone (RD-13)") struct PersonPenaltyTests {
    private static let unit: [String: JSONValue] = ["credit_code": .string(Story.unit)]

    @Test(
        "It gives the unit no grade C; by option b it does while the person was principal, until it is repaired or annulled"
    )
    func grade() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            let role = try story.does(
                "record-role", on: "2024-01-03", by: "rec",
                [
                    "credit_code": .string(Story.unit), "name": .string(Story.principalName),
                    "resident_number": .string(Story.principalNumber), "role": "principal", "from": "2024-01-03",
                ], connection)
            let person: [String: JSONValue] = ["subject_id": role["person_id"] ?? .null]
            try story.does(
                "record-person-penalty", on: "2024-03-20", by: "rec",
                RefusalCase.with(RefusalCase.personPenalty, person),
                connection)
            #expect(try grades(connection, ["2024-03-20"]) == ["B"])
            try choose("b", for: "RD-13", on: connection)
            #expect(
                try grades(connection, ["2024-03-17", "2024-03-18", "2027-03-18", "2027-03-19"]) == [
                    "B", "C", "C", "B",
                ])
            let repair: [String: JSONValue] = [
                "decision_number": "随应急罚〔2024〕2号", "result_number": "修1", "source": "信用中国",
            ]
            try story.does("record-repair", on: "2024-09-02", by: "rec", person.merging(repair) { $1 }, connection)
            #expect(try grades(connection, ["2024-09-01", "2024-09-02"]) == ["C", "B"])
            let annulment: [String: JSONValue] = [
                "decision_number": "随应急罚〔2024〕2号", "document_number": "随政复〔2024〕3号", "reason": "事实不清",
            ]
            try story.does("annul-penalty", on: "2024-06-03", by: "rec", person.merging(annulment) { $1 }, connection)
            #expect(try grades(connection, ["2024-06-02", "2024-06-03"]) == ["C", "B"])
            try Invariants.expectHold(connection)
        }
    }

    @Test("A corrected one founds no membership for the person")
    func correction() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.listed, connection)
            let person: [String: JSONValue] = ["subject_id": .integer(try story.principal(connection))]
            try story.does(
                "record-person-penalty", on: "2024-03-20", by: "rec",
                RefusalCase.with(RefusalCase.personPenalty, person),
                connection)
            try story.does(
                "correct-record", on: "2024-03-21", by: "rec",
                person.merging([
                    "decision_number": "随应急罚〔2024〕2号", "document_number": "更正1", "reason": "笔误",
                    "changes": [["field": "decided_on", "value": "2024-03-19"]],
                ]) { $1 }, connection)
            let lists = try connection.values(
                """
                select m.list_code from lists.membership as m join register.subject as s on s.subject_id = m.subject_id
                where s.kind = 'person'
                """, as: String.self)
            #expect(lists == ["serious"])
        }
    }

    private func grades(_ connection: isolated Connection, _ days: [String]) throws -> [String] {
        try days.map { day in
            try connection.value(
                """
                select g.grade::text from lists.subject_grade(\(day)) as g
                join register.subject_identifier as i on i.subject_id = g.subject_id and i.value = \(Story.unit)
                """, as: String.self)
        }
    }
}
