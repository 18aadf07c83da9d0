import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The deadlines of a case", .serialized) struct CaseDeadlineTests {
    @Test("A listing owes service and entry; each vanishes once it is done, and keeps the due date it had")
    func listing() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.listed, connection)
            // 2024-03-11 is a Monday.
            #expect(
                try due("2024-03-11", connection) == [
                    "listing-entered 2024-03-14", "listing-served 2024-03-20",
                ])
            try story.does("record-entry", on: "2024-03-14", by: "han", ["case": "give-notice"], connection)
            #expect(try due("2024-03-14", connection) == ["listing-served 2024-03-20"])
            #expect(try due("2024-03-13", connection).count == 2, "a day before the entry it was owed")
            try story.does(
                "record-service", on: "2024-03-21", by: "han",
                ["case": "give-notice", "with_repair_notice": true, "manner": "邮寄送达"], connection)
            #expect(try due("2024-03-21", connection) == [])
            let closed = try connection.values(
                "select s.was_due_on from cases.step as s where s.step_code in ('entered', 'served') order by s.step_no",
                as: CivilDate.self)
            #expect(closed.map(\.description) == ["2024-03-14", "2024-03-20"])
        }
    }

    @Test("An application is to be accepted in five working days, decided in twenty, then served, entered and reported")
    func earlyRemoval() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.applied, connection)
            #expect(try due("2025-03-12", connection).contains("early-removal-accepted-or-refused 2025-03-19"))
            try story.does(
                "accept-removal-application", on: "2025-03-14", by: "han", ["case": "apply-for-removal"], connection)
            // Twenty working days after 14 March 2025, over Qingming (4 April off).
            #expect(try due("2025-03-14", connection).contains("early-removal-decided 2025-04-14"))
            let decided = try story.does("decide-removal", on: "2025-03-20", by: "dec", Story.grant, connection)
            #expect(decided["due_on"] == "2025-03-25")
            #expect(
                try due("2025-03-20", connection).filter { $0.hasPrefix("early") } == [
                    "early-removal-entered 2025-03-25", "early-removal-reported 2025-03-25",
                    "early-removal-served 2025-03-31",
                ])
            let reported = try story.does(
                "report-removal", on: "2025-03-24", by: "han", ["case": "apply-for-removal"], connection)
            #expect(reported["reported_to"] == "420000")
        }
    }

    @Test("A refused application owes its service, and a new one may be filed the same day (RD-22)")
    func refused() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.applied, connection)
            let refused = try story.does(
                "refuse-removal-application", on: "2025-03-17", by: "han",
                ["case": "apply-for-removal", "reason": "缺履行处罚的证明"], connection)
            #expect(refused["due_on"] == "2025-03-26")
            #expect(refused["document_number"]?.text?.isEmpty == false)
            try story.does(
                "apply-for-removal", on: "2025-03-17", by: "han", key: "anew",
                Story.listedUnit.merging(["statement": "已补齐"]) { $1 }, connection)
        }
    }

    @Test("An application loses its object the day after the period, and the job says so once")
    func moot() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.accepted, connection)
            #expect(try due("2027-03-15", connection).contains("early-removal-decided 2025-04-14"))
            #expect(!(try due("2027-03-16", connection).contains { $0.hasPrefix("early-removal-decided") }))
            let lastDay = CivilDate(iso: "2027-03-15")!
            #expect(try CloseMootCases.run(asOf: lastDay, on: connection) == 0)
            #expect(try CloseMootCases.run(asOf: lastDay + 30, on: connection) == 1)
            #expect(try CloseMootCases.run(asOf: lastDay + 31, on: connection) == 0)
            let closed = try connection.row(
                "select s.done_on, s.officer_code from cases.step as s where s.step_code = 'moot'",
                as: (CivilDate, String).self)
            #expect(closed == (lastDay + 1, "system"))
        }
    }

    @Test("An objection is to be decided and answered in the same ten working days; refused, it owes its answer")
    func objection() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.objectionAccepted, connection)
            #expect(
                try due("2024-03-07", connection) == [
                    "objection-decided 2024-03-21", "objection-served 2024-03-21",
                ])
            try story.does(
                "decide-objection", on: "2024-03-21", by: "dec", RefusalCase.objectionDecision, connection)
            #expect(try due("2024-03-21", connection) == ["objection-served 2024-03-21"])
            try story.does("record-service", on: "2024-03-21", by: "han", ["case": "file-objection"], connection)
            #expect(try due("2024-03-21", connection) == [])
        }
    }

    @Test("An annulled penalty opens the re-examination of what rests on it, for the unit and for its person")
    func reexamination() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.listed, connection)
            let annulled = try story.does(
                "annul-penalty", on: "2024-04-01", by: "rec", RefusalCase.annulment, connection)
            guard case .array(let ids)? = annulled["reexamine_membership_ids"] else {
                Issue.record("no memberships: \(annulled)")
                return
            }
            #expect(ids.count == 2)
            // 4 and 5 April 2024 were days off: three working days after Monday, 1 April, end on Sunday the 7th, a make-up day.
            let owed = try due("2024-04-01", connection).filter { $0.hasPrefix("revocation") }
            #expect(owed == ["revocation-decided 2024-04-07", "revocation-decided 2024-04-07"])
            try story.does("revoke-listing", on: "2024-04-03", by: "dec", RefusalCase.revocation, connection)
            #expect(
                try due("2024-04-03", connection).filter { $0.hasPrefix("revocation") }.count == 3,
                "the person's, and of the unit's service and entry")
        }
    }

    private func due(_ day: String, _ connection: isolated Connection) throws -> [String] {
        try Deadline.open(asOf: CivilDate(iso: day)!, on: connection)
            .filter { !$0.isNotice && !$0.kind.hasPrefix("publication") }
            .map { "\($0.kind) \($0.dueOn?.description ?? "never")" }
            .sorted()
    }
}
