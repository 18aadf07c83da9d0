import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A listing restored after fraud (Order 11 Art. 21, RD-40)", .serialized) struct RestorationTests {
    @Test("Both clocks start anew on the day of restoration, and publication is owed")
    func clocks() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.removed, connection)
            let restored = try story.restore(connection)
            #expect(restored["last_day"] == "2028-06-12")
            #expect(restored["publish_by"] == "2025-07-10")
            guard case .integer(let id)? = restored["membership_id"] else {
                Issue.record("\(restored)")
                return
            }
            let removalFrom = try connection.value(
                "select m.removal_from from reports.membership_on('2025-06-12') as m where m.membership_id = \(id)",
                as: CivilDate.self)
            #expect(removalFrom.description == "2026-06-13")
            let owed = try Deadline.open(asOf: CivilDate(iso: "2025-06-12")!, on: connection)
                .filter { $0.aboutID == id && $0.kind == "publication-publish-bureau-site" }
            #expect(owed.map { $0.dueOn?.description } == ["2025-07-10"])
            // A later proof of publication moves nothing.
            let confirmed = try story.does(
                "confirm-publication", on: "2025-06-20", by: "operator", key: "shown-again",
                ["membership_id": .integer(id), "channel": "bureau-site"], connection)
            #expect(confirmed["last_day"] == "2028-06-12")
            try Invariants.expectHold(connection)
        }
    }

    @Test("The time between is not rewritten: off the list from the removal to the eve of the restoration")
    func gap() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.removed, connection)
            try story.restore(connection)
            let listed = try connection.rows(
                """
                select d.day, exists (
                    select from lists.membership_in_force(d.day, 'infinity', d.day) as m
                    join register.subject as s on s.subject_id = m.subject_id and s.kind <> 'person'
                    where m.list_code = 'serious'
                )
                from (values ('2025-03-19'::date), ('2025-03-20'), ('2025-06-11'), ('2025-06-12'), ('2028-06-12'), ('2028-06-13'))
                    as d (day)
                order by d.day
                """,
                as: (CivilDate, Bool).self)
            #expect(listed.map(\.1) == [true, false, false, true, true, false])
        }
    }

    @Test("It is restored even where the old period would be over")
    func afterTheOldEnd() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.removed, connection)
            try story.does(
                "give-restoration-notice", on: "2027-05-10", by: "han", key: "fraud", RefusalCase.fraud, connection)
            try story.does(
                "record-defence", on: "2027-05-12", by: "han", key: "fraud-defence",
                ["case": "fraud", "answer": "理由不成立"], connection)
            let restored = try story.does(
                "restore-listing", on: "2027-05-14", by: "dec", RefusalCase.restored, connection)
            #expect(restored["last_day"] == "2030-05-14")
        }
    }

    @Test("Not restored, it stays removed, and the matter is closed")
    func notRestored() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.removed, connection)
            try story.does(
                "give-restoration-notice", on: "2025-06-02", by: "han", key: "fraud", RefusalCase.fraud, connection)
            try story.does(
                "record-defence", on: "2025-06-09", by: "han", key: "fraud-defence",
                ["case": "fraud", "answer": "证据不足"], connection)
            let kept = try story.does(
                "restore-listing", on: "2025-06-12", by: "dec",
                RefusalCase.with(RefusalCase.restored, ["decision": "not_restore"]), connection)
            #expect(kept["membership_id"] == nil)
            #expect(
                try connection.value(
                    "select count(*) from lists.membership as m where m.list_code = 'serious'", as: Int64.self)
                    == 2)
        }
    }

    @Test("A person's listing has its own removal, and its own restoration (RD-36)")
    func person() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.published, connection)
            let (subject, id) = try connection.row(
                """
                select m.subject_id, m.membership_id from lists.membership as m
                join register.subject as s on s.subject_id = m.subject_id and s.kind = 'person'
                """, as: (Int64, Int64).self)
            let fields: [String: JSONValue] = ["membership_id": .integer(id)]
            try story.does(
                "apply-for-removal", on: "2025-03-12", by: "han", key: "person",
                fields.merging(["statement": "已履行"]) { $1 }, connection)
            try story.does("accept-removal-application", on: "2025-03-13", by: "han", ["case": "person"], connection)
            try story.does(
                "decide-removal", on: "2025-03-14", by: "dec", RefusalCase.grant(["case": "person"]), connection)
            #expect(try Membership.find(try story.unitMembership(connection), on: connection)?.endedOn == nil)
            try story.does(
                "give-restoration-notice", on: "2025-06-02", by: "han", key: "fraud",
                fields.merging(["document_number": "恢告1", "evidence": "伪造"]) { $1 }, connection)
            try story.does(
                "record-defence", on: "2025-06-09", by: "han", key: "fraud-defence",
                ["case": "fraud", "is_waived": true], connection)
            try story.does("restore-listing", on: "2025-06-12", by: "dec", RefusalCase.restored, connection)
            let restored = try connection.row(
                "select m.subject_id, m.unit_id is not null from lists.membership as m where m.restores_membership_id = \(id)",
                as: (Int64, Bool).self)
            #expect(restored == (subject, true))
            try Invariants.expectHold(connection)
        }
    }
}
