import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A record that is corrected or withdrawn", .serialized) struct RecordChangeTests {
    @Test("An objection upheld in part changes the record by a version, and the unit is graded anew in the same act")
    func objectionChanges() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.objectionAccepted, connection)
            let decided = try story.does(
                "decide-objection", on: "2024-03-12", by: "dec",
                RefusalCase.with(
                    RefusalCase.objectionDecision,
                    ["decision": "change", "changes": [["field": "is_safety", "value": false]]]), connection)
            #expect(decided["grade"] == "B")
            let versions = try connection.rows(
                "select p.version_no, p.is_safety, p.officer_code from records.penalty as p order by p.version_no",
                as: (Int32, Bool, String).self)
            #expect(versions.map(\.1) == [true, false])
            #expect(versions.map(\.2) == ["rec", "dec"])
            let stored = try connection.values("select g.grade::text from lists.grade as g", as: String.self)
            #expect(stored == ["B"])
            // The penalty never founded grade C: no day has it.
            #expect(try grade("2024-03-05", connection) == "B")
            try Invariants.expectHold(connection)
        }
    }

    @Test("A penalty that bears another date takes its membership along, with the publication it has")
    func anotherDate() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(on: "2024-03-05", published: "2024-03-08", recordedOn: "2024-03-11", connection)
            try story.does(
                "correct-record", on: "2024-03-12", by: "rec", RefusalCase.correcting(["decided_on": "2024-03-01"]),
                connection)
            let memberships = try connection.rows(
                "select m.listed_on, m.published_on, isempty(m.during), m.end_reason from lists.membership as m order by m.listed_on",
                as: (CivilDate, CivilDate?, Bool, String?).self)
            #expect(memberships.map(\.0.description) == ["2024-03-01", "2024-03-05"])
            #expect(memberships.map(\.1?.description) == ["2024-03-08", "2024-03-08"])
            #expect(memberships.map(\.2) == [false, true])
            #expect(memberships.map(\.3) == [nil, "corrected"])
            #expect(try grade("2024-03-02", connection) == "C")
            #expect(try grade("2024-02-29", connection) == "B")
        }
    }

    @Test(
        "A correction that is taken back gives the period back that the first publication had started (RD-02, RD-16, RD-27)",
        arguments: [("decided_on", "2024-03-20", "2024-03-03"), ("is_safety", "false", "true")])
    func correctedBack(field: String, wrong: String, right: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(on: "2024-03-03", published: "2024-03-06", recordedOn: "2024-03-07", connection)
            for (key, value) in [("wrong", wrong), ("right", right)] {
                try story.does(
                    "correct-record", on: "2024-03-21", by: "rec", key: key,
                    RefusalCase.correcting([field: .string(value)]), connection)
            }
            #expect(try lastDay(connection) == "2027-03-06")
        }
    }

    @Test("A publication older than the corrected decision starts no period, and the answer says so")
    func publicationDropped() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(on: "2024-03-03", published: "2024-03-06", recordedOn: "2024-03-07", connection)
            let later = try story.does(
                "correct-record", on: "2024-03-21", by: "rec", key: "later",
                RefusalCase.correcting(["decided_on": "2024-03-20"]), connection)
            #expect(later["dropped_publication_on"] == "2024-03-06")
            #expect(try lastDay(connection) == nil)
            let onTheDay = try story.does(
                "correct-record", on: "2024-03-21", by: "rec", key: "on-the-day",
                RefusalCase.correcting(["decided_on": "2024-03-06"]), connection)
            #expect(onTheDay["dropped_publication_on"] == nil)
            #expect(try lastDay(connection) == "2027-03-06")
        }
    }

    @Test("The approved report of an accident settles who answers for it, and the grade follows (RD-21)")
    func accidentReport() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.take(
                AccidentLine.self, on: "2024-02-01",
                [
                    ["统一社会信用代码", "事故编号", "事故日期", "死亡人数", "重伤人数", "直接经济损失(万元)", "责任认定"],
                    [Story.unit, "SG-1", "2024-01-20", "1", "0", "10", "调查中"],
                ], connection)
            try RecordedFacts.certificate(
                of: try Subject.unit(try CreditCode(Story.unit), on: connection).id, connection)
            #expect(try grade("2024-03-10", connection) == "B", "no A while it is open")
            let settled = try story.does(
                "correct-record", on: "2024-03-10", by: "rec",
                [
                    "credit_code": .string(Story.unit), "record_kind": "accident", "decision_number": "SG-1",
                    "document_number": "随政函〔2024〕1号", "reason": "事故调查报告批复",
                    "changes": [
                        ["field": "responsibility", "value": "not_responsible"],
                        ["field": "report_approved_on", "value": "2024-03-08"],
                        ["field": "report_number", "value": "随政函〔2024〕1号"],
                    ],
                ], connection)
            #expect(settled["grade"] == "A")
        }
    }

    @Test("A withdrawn repair gives grade C back")
    func repairWithdrawn() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            let repaired = try story.does(
                "record-repair", on: "2024-06-03", by: "rec", RefusalCase.repair, connection)
            let ids = try connection.row(
                "select r.record_id, r.penalty_record_id from records.repair_result as r", as: (Int64, Int64).self)
            #expect(repaired["record_id"] == .integer(ids.0) && repaired["penalty_record_id"] == .integer(ids.1))
            #expect(try grade("2024-06-03", connection) == "B")
            let withdrawn = try story.does(
                "withdraw-record", on: "2024-06-10", by: "rec",
                RefusalCase.with(
                    RefusalCase.withdrawal, ["record_kind": "repair_result", "decision_number": "XF-1"]), connection)
            #expect(withdrawn["grade"] == "C")
        }
    }

    @Test(
        "A penalty withdrawn or annulled by mistake is reinstated, and its membership goes on with its own dates",
        arguments: ["withdraw-record", "annul-penalty"])
    func penaltyReinstated(ended: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            func memberships(_ connection: isolated Connection) throws -> [String] {
                try connection.values(
                    "select m.during::text from lists.membership as m where m.list_code = 'penalised' and m.end_reason is null",
                    as: String.self)
            }
            let before = try memberships(connection)
            #expect(before.count == 1)
            try story.does(ended, on: "2024-03-10", by: "rec", RefusalCase.withdrawal, connection)
            #expect(try memberships(connection) == [])
            let reinstated = try story.does(
                "reinstate-record", on: "2024-06-10", by: "rec", RefusalCase.withdrawal, connection)
            #expect(reinstated["grade"] == "C")
            #expect(try memberships(connection) == before)
            #expect(try grade("2024-03-05", connection) == "C")
            #expect(try grade("2024-04-05", connection) == "C", "as it is known now")
        }
    }

    @Test("A penalty that founded nothing any more when it was withdrawn founds nothing when it is reinstated")
    func otherReinstated() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            try story.does(
                "correct-record", on: "2024-03-08", by: "rec", RefusalCase.correcting(["is_safety": false]), connection)
            try story.does("withdraw-record", on: "2024-03-10", by: "rec", RefusalCase.withdrawal, connection)
            let reinstated = try story.does(
                "reinstate-record", on: "2024-06-10", by: "rec", RefusalCase.withdrawal, connection)
            #expect(reinstated["membership_ids"] == [])
            #expect(reinstated["grade"] == "B")
        }
    }

    @Test("A withdrawn penalty counts for no day, and its membership ends")
    func penaltyWithdrawn() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            #expect(try grade("2024-03-05", connection) == "C")
            let withdrawn = try story.does(
                "withdraw-record", on: "2024-03-10", by: "rec", RefusalCase.withdrawal, connection)
            #expect(withdrawn["grade"] == "B")
            #expect(try grade("2024-03-05", connection) == "B")
        }
    }

    @Test("An annulled penalty stays so, though its date was moved back by an earlier correction")
    func annulledAfterAnEarlierDate() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(on: "2024-06-10", connection)
            try story.does(
                "correct-record", on: "2024-06-11", by: "rec", RefusalCase.correcting(["decided_on": "2024-05-10"]),
                connection)
            try story.does("annul-penalty", on: "2024-06-12", by: "rec", RefusalCase.annulment, connection)
            let attempts: [(String, String, [String: JSONValue], RefusalCode)] = [
                ("give-notice", "han", RefusalCase.notice, .penaltyMissing),
                ("record-repair", "rec", RefusalCase.repair, .alreadyAnnulled),
                ("annul-penalty", "rec", RefusalCase.annulment, .alreadyAnnulled),
            ]
            for (act, officer, fields, code) in attempts {
                let reply = try story.submit(act, on: "2024-06-13", by: officer, key: "late \(act)", fields, connection)
                guard case .refused(let refusal) = reply.outcome else {
                    Issue.record("\(act) was performed")
                    continue
                }
                #expect(refusal.code == code)
            }
        }
    }

    @Test(
        "A number that two agencies have used names one penalty in every act: the one recorded last that was not withdrawn"
    )
    func oneNumberTwice() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(on: "2024-03-04", connection)
            try story.punish(on: "2024-03-01", agency: "随县应急管理局", recordedOn: "2024-03-05", connection)
            let unit = try Subject.unit(try CreditCode(Story.unit), on: connection).id
            let penalty = try #require(try Penalty.find(Story.decisionNumber, of: unit, on: connection))
            #expect(penalty.agencyCode == "421321")
            #expect(try Record.find(.penalty, Story.decisionNumber, of: unit, on: connection).id == penalty.recordID)
            try connection.execute("update records.penalty as p set is_withdrawn = true where p.agency_code = '421321'")
            #expect(try Penalty.find(Story.decisionNumber, of: unit, on: connection)?.agencyCode == "421300")
            #expect(try Record.find(.penalty, Story.decisionNumber, of: unit, on: connection).id != penalty.recordID)
        }
    }

    @Test(
        "A listing whose accident falls away is re-examined, for the unit and its person; one that still rests on it is not (Order 11 Art. 15)",
        arguments: [
            ("DA1", ["responsibility": "not_responsible"], 2), ("DA1", ["severity": "ordinary"], 2), ("DA1", nil, 2),
            ("DA1", ["report_number": "随政函〔2024〕1号"], 0), ("DA1", ["severity": "extraordinary"], 0),
            ("DA2", ["occurred_on": "2022-01-20"], 2), ("DA2", ["report_number": "随政函〔2024〕1号"], 0),
            ("DA4", ["reporting_fault": .null], 2), ("DA4", ["reporting_fault": "falsified"], 0),
            ("DA5", ["responsibility": "open"], 1), ("DA5", ["severity": "ordinary"], 0),
        ] as [(String, [String: JSONValue]?, Int)])
    func accidentLost(clause: String, change: [String: JSONValue]?, reexamined: Int) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.listForAccident(under: clause, connection)
            let number = clause == "DA2" ? "SG-0" : "SG-1"
            let answer = try story.does(
                change == nil ? "withdraw-record" : "correct-record", on: "2024-04-01", by: "rec",
                RefusalCase.with(
                    change.map(RefusalCase.correcting) ?? RefusalCase.withdrawal,
                    ["record_kind": "accident", "decision_number": .string(number)]), connection)
            let named = if case .array(let ids)? = answer["reexamine_membership_ids"] { ids.count } else { -1 }
            #expect(named == reexamined)
            let opened = try connection.value(
                "select count(*) from cases.procedure_case as c where c.procedure_code = 'revocation'", as: Int64.self)
            #expect(opened == Int64(reexamined))
        }
    }

    @Test("A corrected penalty founds its membership anew although the agency bears another name by now")
    func renamedAgency() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(on: "2024-03-05", connection)
            try connection.execute("update ops.agency as a set name = '随州市应急和消防管理局' where a.agency_code = '421300'")
            let corrected = try story.does(
                "correct-record", on: "2024-03-12", by: "rec", RefusalCase.correcting(["decided_on": "2024-03-01"]),
                connection)
            #expect(corrected["grade"] == "C")
            #expect(try grade("2024-03-02", connection) == "C")
        }
    }

    /// Last day of the one penalised membership that was not voided.
    private func lastDay(_ connection: isolated Connection) throws -> String? {
        try connection.value(
            "select m.last_day::text from lists.membership as m where m.list_code = 'penalised' and m.ended_on is null",
            as: String?.self)
    }

    private func grade(_ day: String, _ connection: isolated Connection) throws -> String? {
        try connection.values(
            """
            select g.grade::text
            from lists.subject_grade(\(day)) as g
            join register.identifier_claim as c on c.subject_id = g.subject_id and c.value = \(Story.unit)
            """, as: String.self
        ).first
    }
}
