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
            #expect(try successorGrades(connection) == ["2024-06-02 B", "2024-06-03 D"])
        }
    }

    @Test(
        "What passed to the successor falls with the penalty it rests on, recorded of the unit that is no more (RD-15, RD-28)",
        arguments: [
            ("annul-penalty", RefusalCase.annulment, "annulled"), ("record-repair", RefusalCase.repair, "repaired"),
        ])
    func fallsWithItsPenalty(act: String, fields: [String: JSONValue], reason: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            try choose("b", for: "RD-29", on: connection)
            try story.does("record-merger", on: "2024-06-03", by: "rec", RefusalCase.merger, connection)
            #expect(try successorGrades(connection) == ["2024-06-02 B", "2024-06-03 C"])
            try story.does("deregister-subject", on: "2024-06-05", by: "rec", RefusalCase.deregistration, connection)
            try story.does(act, on: "2024-07-01", by: "rec", fields, connection)
            let ends = try connection.values(
                "select m.end_reason || ' ' || m.ended_on from lists.membership as m order by m.ended_on",
                as: String.self)
            #expect(ends == ["deregistered 2024-06-05", "\(reason) 2024-07-01"])
            try Invariants.expectHold(connection)
        }
    }

    @Test(
        "A listing that passed to the successor is re-examined when its penalty is annulled, as a unit's (Order 11 Art. 15)"
    )
    func reexaminedWithItsPenalty() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.published, connection)
            try choose("b", for: "RD-29", on: connection)
            try story.does("record-merger", on: "2024-06-03", by: "rec", RefusalCase.merger, connection)
            try story.does("deregister-subject", on: "2024-06-05", by: "rec", RefusalCase.deregistration, connection)
            let annulled = try story.does(
                "annul-penalty", on: "2024-07-01", by: "rec", RefusalCase.annulment, connection)
            let passed = try connection.value(
                """
                select m.membership_id from lists.membership as m
                join register.identifier_claim as c on c.subject_id = m.subject_id and c.value = \(Story.otherUnit)
                where m.list_code = 'serious'
                """, as: Int64.self)
            guard case .array(let ids)? = annulled["reexamine_membership_ids"] else {
                Issue.record("\(annulled)")
                return
            }
            #expect(ids.contains(.integer(passed)))
            let channels = try connection.values(
                """
                select w.channel_code from publication.wanted('2024-07-01') as w
                where w.membership_id = \(passed) order by w.channel_code
                """, as: String.self)
            #expect(channels == ["bureau-site", "enterprise-publicity", "sharing-platform"])
        }
    }

    /// The grades of the successor on the eve and on the day of the merger.
    private func successorGrades(_ connection: isolated Connection) throws -> [String] {
        try ["2024-06-02", "2024-06-03"].flatMap { day in
            try connection.values(
                """
                select \(day) || ' ' || g.grade from lists.subject_grade(\(day)) as g
                join register.identifier_claim as c on c.subject_id = g.subject_id and c.value = \(Story.otherUnit)
                """, as: String.self)
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
