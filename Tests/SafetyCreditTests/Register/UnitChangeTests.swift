import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A unit that is renamed, merged or led by others (RD-29, RD-36)", .serialized) struct UnitChangeTests {
    @Test("A new name keeps code, memberships and the former name")
    func renamed() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.listed, connection)
            try story.does(
                "rename-subject", on: "2024-06-01", by: "rec",
                [
                    "credit_code": .string(Story.unit), "new_name": "随县青石新材料有限公司", "document_number": "变1",
                ], connection)
            let names = try connection.values(
                """
                select v.name from register.subject_version as v
                join register.identifier_claim as c on c.subject_id = v.subject_id and c.value = \(Story.unit)
                order by v.version_no
                """, as: String.self)
            #expect(names == [Story.unitName, "随县青石新材料有限公司"])
            #expect(
                try Membership.find(try story.unitMembership(connection), on: connection)?
                    .isInForce(on: CivilDate(iso: "2024-06-02")!) == true)
        }
    }

    @Test("A merger passes nothing on: each membership in force is a task, which outlives the unit")
    func merged() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.listed, connection)
            let merged = try story.does("record-merger", on: "2024-06-03", by: "rec", RefusalCase.merger, connection)
            guard case .array(let cases)? = merged["case_ids"], case .integer(let first)? = cases.first else {
                Issue.record("\(merged)")
                return
            }
            #expect(cases.count == 2)
            try story.does(
                "deregister-subject", on: "2024-06-05", by: "rec", RefusalCase.deregistration, connection)
            let tasks = try Deadline.open(asOf: CivilDate(iso: "2024-06-06")!, on: connection)
                .filter { $0.kind == "merger-decided" }
            // Twenty working days after 3 June 2024, over Dragon Boat (10 June off).
            #expect(tasks.map { $0.dueOn?.description } == ["2024-07-02", "2024-07-02"])
            try story.does(
                "decide-merger", on: "2024-06-20", by: "dec",
                ["case": .integer(first), "decision": "no_transfer", "opinion": "承继单位未参与违法行为"], connection)
            let others = try connection.value(
                """
                select count(*) from lists.membership as m
                join register.identifier_claim as c on c.subject_id = m.subject_id and c.value = \(Story.otherUnit)
                """, as: Int64.self)
            #expect(others == 0)
        }
    }

    @Test("By policy RD-29 b the successor takes the memberships with the clock they have")
    func transferred() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.published, connection)
            try choose("b", for: "RD-29", on: connection)
            let merged = try story.does("record-merger", on: "2024-06-03", by: "rec", RefusalCase.merger, connection)
            #expect(merged["case_ids"] == [])
            let passed = try connection.row(
                """
                select m.published_on, upper(m.during) - 1 from lists.membership as m
                join register.identifier_claim as c on c.subject_id = m.subject_id and c.value = \(Story.otherUnit)
                where m.list_code = 'serious'
                """, as: (CivilDate, CivilDate).self)
            #expect(passed == (CivilDate(iso: "2024-03-15")!, CivilDate(iso: "2027-03-15")!))
        }
    }

    @Test("A role is dated: it ends on its last day, and may begin anew")
    func roles() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            let held = try story.does("record-role", on: "2024-06-01", by: "rec", RefusalCase.role, connection)
            try story.does(
                "end-role", on: "2024-06-30", by: "rec",
                [
                    "credit_code": .string(Story.unit), "responsibility_id": held["responsibility_id"]!,
                    "last_day": "2024-06-15",
                ], connection)
            try story.does(
                "record-role", on: "2024-07-01", by: "rec", key: "again",
                RefusalCase.with(RefusalCase.role, ["from": "2024-07-01"]), connection)
            #expect(try connection.value("select count(*) from register.person", as: Int64.self) == 1)
        }
    }
}
