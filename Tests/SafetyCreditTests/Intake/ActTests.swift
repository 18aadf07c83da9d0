import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A performed act", .serialized) struct ActTests {
    private static let matter = "给张三（421321197506304511）的告知书"

    @Test("Every stage of a matter is reached, and each act answers ids and due dates", arguments: Story.Stage.allCases)
    func happyPath(_ stage: Story.Stage) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(stage, connection)
            let refused = try connection.value(
                "select count(*) from intake.act as a where a.refusal_code is not null", as: Int64.self)
            #expect(refused == 0)
            try Invariants.expectHold(connection)
        }
    }

    @Test("The dates of a listing follow from the working days of the calendar")
    func dueDates() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.heard, connection)
            // 2024-03-11 is a Monday; Qingming 2024 gave 4 and 5 April off and made Sunday 7 April a working day.
            let listed = try story.does("decide-listing", on: "2024-03-11", by: "dec", Story.listing, connection)
            #expect(listed["enter_by"] == "2024-03-14")
            #expect(listed["publish_by"] == "2024-04-09")
            let membership = try story.unitMembership(connection)
            let published = try story.does(
                "confirm-publication", on: "2024-03-15", by: "operator",
                ["membership_id": .integer(membership), "channel": "bureau-site"], connection)
            #expect(published["last_day"] == "2027-03-15")
            #expect(
                try Membership.find(membership, on: connection)?.isInForce(on: CivilDate(iso: "2027-03-15")!) == true)
            #expect(
                try Membership.find(membership, on: connection)?.isInForce(on: CivilDate(iso: "2027-03-16")!) == false)
        }
    }

    @Test("A later confirmation changes nothing; an earlier one moves the start in the subject's favour")
    func confirmations() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.published, connection)
            let fields: [String: JSONValue] = [
                "membership_id": .integer(try story.unitMembership(connection)), "channel": "sharing-platform",
            ]
            let later = try story.does(
                "confirm-publication", on: "2024-03-18", by: "operator", key: "later", fields, connection)
            #expect(later["published_on"] == "2024-03-15")
            let earlier = try story.does(
                "confirm-publication", on: "2024-03-13", by: "operator", key: "earlier", fields, connection)
            #expect(earlier["published_on"] == "2024-03-13")
            #expect(earlier["last_day"] == "2027-03-13")
        }
    }

    @Test(
        "The first day to apply is the day after twelve full months, on leap days too",
        arguments: [
            ("2024-02-29", "2025-03-01"), ("2023-11-01", "2024-11-02"), ("2024-12-31", "2026-01-01"),
            ("2024-02-28", "2025-03-01"),
        ])
    func firstDayToApply(listedOn: String, firstDay: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.registerUnits(connection)
            try story.punish(on: listedOn, connection)
            let fields: [String: JSONValue] = [
                "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
                "statement": "已整改",
            ]
            let eve = (CivilDate(iso: firstDay)! - 1).description
            let early = try story.submit("apply-for-removal", on: eve, by: "han", key: "early", fields, connection)
            #expect(early.isRefused)
            try story.does("apply-for-removal", on: firstDay, by: "han", fields, connection)
        }
    }

    @Test(
        "A shorter period with its basis is taken, to the month",
        arguments: [(1, "2024-04-15"), (12, "2025-03-15"), (35, "2027-02-15"), (36, "2027-03-15")])
    func shorterPeriod(months: Int, lastDay: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.heard, connection)
            try story.does(
                "decide-listing", on: "2024-03-11", by: "dec",
                Story.listing.merging(["period_months": .integer(Int64(months)), "period_basis": "裁量基准第三条"]) { $1 },
                connection)
            let published = try story.does(
                "confirm-publication", on: "2024-03-15", by: "operator",
                ["membership_id": .integer(try story.unitMembership(connection)), "channel": "bureau-site"], connection)
            #expect(published["last_day"] == .string(lastDay))
        }
    }

    @Test("A person is listed under the clause for principals without the unit, and once under one number")
    func principalAlone() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            for round in ["1", "2"] {
                try story.punish(number: "随应急罚〔2024〕\(round)号", connection)
                let notice = RefusalCase.with(
                    RefusalCase.notice,
                    ["clause": "DA5", "penalty_decision_number": .string("随应急罚〔2024〕\(round)号")])
                try story.does("give-notice", on: "2024-03-05", by: "han", key: "n\(round)", notice, connection)
                try story.does(
                    "record-defence", on: "2024-03-08", by: "han", key: "d\(round)",
                    ["case": .string("n\(round)"), "is_waived": true], connection)
                let listed = try story.does(
                    "decide-listing", on: "2024-03-11", by: "dec", key: "l\(round)",
                    RefusalCase.listing([
                        "case": .string("n\(round)"), "decision_number": .string("随应急失信〔2024〕\(round)号"),
                    ]),
                    connection)
                #expect(listed["membership_ids"] != nil)
            }
            let kinds = try connection.values(
                "select s.kind from lists.membership as m join register.subject as s on s.subject_id = m.subject_id where m.list_code = 'serious'",
                as: String.self)
            #expect(kinds == ["person", "person"])
            #expect(try connection.value("select count(*) from register.person", as: Int64.self) == 1)
        }
    }

    @Test("The same line again answers what was answered, and has no second effect")
    func repeated() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.heard, connection)
            let first = try story.submit("decide-listing", on: "2024-03-11", by: "dec", Story.listing, connection)
            let before = try WholeRegister.digests(connection)
            let second = try story.submit("decide-listing", on: "2024-03-11", by: "dec", Story.listing, connection)
            guard case .done(let id, let answer) = first.outcome,
                case .repeated(let sameID, let sameAnswer) = second.outcome
            else {
                Issue.record("\(first.outcome) \(second.outcome)")
                return
            }
            #expect(id == sameID)
            #expect(answer == sameAnswer)
            #expect(try WholeRegister.digests(connection) == before)
        }
    }

    @Test("A key whose act was refused can be used again once the reason is gone")
    func refusedKey() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            #expect(
                try story.submit("give-notice", on: "2024-03-05", by: "han", RefusalCase.notice, connection).isRefused)
            try story.punish(connection)
            try story.does("give-notice", on: "2024-03-05", by: "han", RefusalCase.notice, connection)
        }
    }

    @Test("An objection upheld takes the record from every day, and its membership ends on the day of the decision")
    func objectionUpheld() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.objectionAccepted, connection)
            let pending = try connection.value(
                "select count(*) from cases.objection_pending('2024-03-08')", as: Int64.self)
            #expect(pending == 1)
            try story.does(
                "decide-objection", on: "2024-03-12", by: "dec",
                RefusalCase.with(RefusalCase.objectionDecision, ["decision": "delete"]), connection)
            let grades = try connection.values(
                """
                select g.grade::text
                from (values ('2024-03-11'::date), ('2024-03-12')) as d (day)
                cross join lateral lists.subject_grade(d.day) as g
                join register.identifier_claim as c on c.subject_id = g.subject_id and c.value = \(Story.unit)
                order by d.day
                """, as: String.self)
            #expect(grades.last == "B")
            #expect(
                try connection.value("select count(*) from cases.objection_pending('2024-03-12')", as: Int64.self) == 0)
            let end = try connection.row(
                "select m.ended_on, m.end_reason from lists.membership as m", as: (CivilDate, String).self)
            #expect(end == (CivilDate(iso: "2024-03-12")!, "objection"))
        }
    }
}
