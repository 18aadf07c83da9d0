import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("Listings proposed from records") struct ProposedListingTests {
    /// Clauses proposed, and the records behind each, as they are on a day.
    private static func proposals(
        on day: String, knownAt: String = "infinity", _ connection: isolated Connection
    ) throws -> [Proposal] {
        try connection.rows(
            """
            select l.clause_code, l.founding_record_id, l.evidence_ids, l.since_on
            from cases.proposed_listing(\(day)::date, \(knownAt)::timestamptz) as l
            order by l.clause_code, l.since_on
            """, as: (String, Int64?, [Int64], CivilDate).self
        ).map { Proposal(clause: $0.0, founding: $0.1, evidence: $0.2, since: $0.3.description) }
    }

    private struct Proposal: Equatable {
        let clause: String
        let founding: Int64?
        let evidence: [Int64]
        let since: String
    }

    @Test(
        "Two larger accidents within 12 months meet DA2, the last day included (RD-20)",
        arguments: [
            ("2023-03-10", "2024-03-09", true), ("2023-03-10", "2024-03-10", true), ("2023-03-10", "2024-03-11", false),
            ("2024-02-29", "2025-02-27", true), ("2024-02-29", "2025-02-28", true), ("2024-02-29", "2025-03-01", false),
            ("2023-02-28", "2024-02-27", true), ("2023-02-28", "2024-02-28", true), ("2023-02-28", "2024-02-29", false),
            ("2024-03-10", "2024-03-10", true),
        ])
    func twelveMonths(first: String, second: String, isProposed: Bool) async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            let one = try RecordedFacts.accident("事1", at: unit, on: first, severity: "larger", connection)
            let two = try RecordedFacts.accident("事2", at: unit, on: second, severity: "larger", connection)
            try RecordedFacts.penalty("罚1", on: unit, decidedOn: second, accident: "事1", connection)
            let penalty = try RecordedFacts.penalty("罚2", on: unit, decidedOn: second, accident: "事2", connection)
            let found = try Self.proposals(on: "2025-06-01", connection)
            #expect(found.map(\.clause) == (isProposed ? ["DA2"] : []))
            if let proposal = found.first {
                #expect(proposal.founding == penalty)
                #expect(proposal.since == second)
                #expect(Array(proposal.evidence.prefix(2)) == [one, two])
            }
        }
    }

    @Test("DA2 counts only larger accidents the unit answers for by a report approved by the day")
    func whatCounts() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            try RecordedFacts.accident("事1", at: unit, on: "2024-01-10", severity: "larger", connection)
            try RecordedFacts.accident("事2", at: unit, on: "2024-02-10", connection)
            try RecordedFacts.accident(
                "事3", at: unit, on: "2024-03-10", severity: "larger", responsibility: "not_responsible", connection)
            try RecordedFacts.accident(
                "事4", at: unit, on: "2024-04-10", severity: "larger", responsibility: "open", connection)
            try RecordedFacts.accident(
                "事5", at: unit, on: "2024-05-10", severity: "larger", isWithdrawn: true, connection)
            #expect(try Self.proposals(on: "2024-12-31", connection).isEmpty)
            try RecordedFacts.accident(
                "事6", at: unit, on: "2024-06-10", severity: "larger", approvedOn: "2024-08-01", connection)
            #expect(try Self.proposals(on: "2024-07-31", connection).isEmpty)
            let found = try Self.proposals(on: "2024-08-01", connection)
            #expect(found.map(\.clause) == ["DA2"])
            #expect(found.map(\.since) == ["2024-08-01"])
            #expect(found.first?.founding == nil, "no penalty is recorded yet")
        }
    }

    @Test(
        "A major or extraordinary accident with a safety penalty of an emergency department meets DA1",
        arguments: [
            ("extraordinary", "responsible", "421300", true, true), ("major", "responsible", "421303", true, true),
            ("larger", "responsible", "421300", true, false), ("major", "not_responsible", "421300", true, false),
            ("major", "open", "421300", true, false), ("major", "responsible", "421300", false, false),
            ("major", "responsible", nil, true, false),
        ] as [(String, String, String?, Bool, Bool)])
    func major(
        severity: String, responsibility: String, agency: String?, isSafety: Bool, isProposed: Bool
    ) async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            let accident = try RecordedFacts.accident(
                "事1", at: unit, on: "2024-03-10", severity: severity, responsibility: responsibility,
                approvedOn: "2024-05-10", connection)
            let penalty = try RecordedFacts.penalty(
                "罚1", on: unit, decidedOn: "2024-06-10", accident: "事1", agency: agency, isSafety: isSafety, connection)
            #expect(try Self.proposals(on: "2024-06-09", connection).isEmpty)
            let expected = Proposal(
                clause: "DA1", founding: penalty, evidence: [accident, penalty], since: "2024-06-10")
            #expect(try Self.proposals(on: "2024-06-10", connection) == (isProposed ? [expected] : []))
        }
    }

    @Test(
        "Concealment and falsification meet DA4, lateness and omission do not",
        arguments: [("concealed", true), ("falsified", true), ("late", false), ("omitted", false)])
    func concealed(fault: String, isProposed: Bool) async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            try RecordedFacts.accident("事1", at: unit, on: "2024-03-10", fault: fault, connection)
            #expect(try Self.proposals(on: "2024-12-31", connection).isEmpty, "no penalty, no listing")
            try RecordedFacts.penalty("罚1", on: unit, decidedOn: "2024-06-10", accident: "事1", connection)
            #expect(try Self.proposals(on: "2024-12-31", connection).map(\.clause) == (isProposed ? ["DA4"] : []))
        }
    }

    @Test("A fine by Article 114 paragraph 2 meets DA3 while it stands (RD-15, RD-26)")
    func article114() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            let penalty = try RecordedFacts.penalty(
                "罚1", on: unit, decidedOn: "2024-06-10", isArticle114: true, annulledOn: "2024-09-10", connection)
            try RecordedFacts.penalty("罚2", on: unit, decidedOn: "2024-06-10", connection)
            try RecordedFacts.penalty(
                "罚3", on: unit, decidedOn: "2024-06-10", isArticle114: true, isWithdrawn: true, connection)
            #expect(try Self.proposals(on: "2024-06-09", connection).isEmpty)
            let expected = [Proposal(clause: "DA3", founding: penalty, evidence: [penalty], since: "2024-06-10")]
            #expect(try Self.proposals(on: "2024-06-10", connection) == expected)
            #expect(try Self.proposals(on: "2024-09-09", connection) == expected)
            #expect(try Self.proposals(on: "2024-09-10", connection).isEmpty)
            #expect(try Self.proposals(on: "2024-06-10", knownAt: "2000-01-01", connection).isEmpty)
        }
    }

    @Test(
        "The words of a decision propose the clauses no field shows, those about accidents in a penalty for one alone",
        arguments: [
            ("business", "事1", "主要负责人在事故调查期间擅离职守", "DA5"), ("business", "事1", "事故发生后逃匿", "DA5"),
            ("business", nil, "值班人员擅离职守", nil), ("business", "事1", "及时组织抢救", nil),
            ("business", nil, "未取得安全生产许可证从事生产", "DO1"), ("business", nil, "许可证暂扣期间继续生产", "DO1"),
            ("business", nil, "未办理许可证延期手续", nil),
            ("service_body", nil, "出具虚假报告", "DO2"), ("service_body", nil, "租借资质", "DO2"),
            ("business", nil, "出具虚假报告", nil), ("service_body", nil, "出具失实报告", nil),
            ("business", nil, "有执行能力拒不执行处罚决定", "DO3"), ("business", nil, "经催告后履行", nil),
            ("business", nil, "性质恶劣、情节严重", "DO4"), ("business", nil, "情节轻微", nil),
        ] as [(String, String?, String, String?)])
    func words(kind: String, accident: String?, facts: String, clause: String?) async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, kind: kind, connection)
            let penalty = try RecordedFacts.penalty(
                "罚1", on: unit, decidedOn: "2024-06-10", accident: accident, facts: facts, connection)
            #expect(try Self.proposals(on: "2024-06-09", connection).isEmpty)
            let found = try Self.proposals(on: "2024-06-10", connection)
            #expect(found.map(\.clause) == [clause].compactMap(\.self))
            #expect(found.allSatisfy { $0.founding == penalty && $0.evidence == [penalty] })
            let words = try ProposedListing.all(asOf: CivilDate(iso: "2024-06-10")!, on: connection).map(\.shownBy)
            #expect(words.allSatisfy { $0.map(facts.contains) == true })
        }
    }

    @Test("Two phrases in one decision propose a clause once")
    func twoPhrases() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            try RecordedFacts.penalty("罚1", on: unit, decidedOn: "2024-06-10", facts: "拒不执行、逃避执行", connection)
            #expect(try Self.proposals(on: "2024-06-10", connection).map(\.clause) == ["DO3"])
        }
    }

    @Test("Every clause of grade D has its function, and no other proposes")
    func functions() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let functions = try connection.values(
                "select upper(replace(p.proname, 'ground_', '')) from pg_proc as p where p.proname like 'ground\\_%'",
                as: String.self)
            let clauses = try connection.values(
                "select c.clause_code from law.clause as c where c.grade = 'D'", as: String.self)
            #expect(functions.sorted() == clauses.sorted())
            let phrased = try connection.values(
                "select distinct f.clause_code from law.ground_phrase as f", as: String.self)
            #expect(phrased.sorted() == ["DA5", "DO1", "DO2", "DO3", "DO4"])
        }
    }

    @Test("A day before the plan has no proposals, and says so")
    func beforeThePlan() async throws {
        let error = await #expect(throws: PQError.self) {
            try await RegisterDatabase.shared.withRollback { connection in
                try Self.proposals(on: "2023-08-08", connection)
            }
        }
        #expect(error?.sqlState == "AX001")
        let found = try await RegisterDatabase.shared.withRollback { connection in
            try Self.proposals(on: "2023-08-09", connection)
        }
        #expect(found.isEmpty)
    }

    @Test(
        "A fine outside the band of Article 114 is doubted, the bounds are not (RD-26)",
        arguments: [
            ("ordinary", false, 299_999, true), ("ordinary", false, 300_000, false),
            ("ordinary", false, 1_000_000, false),
            ("ordinary", false, 1_000_001, true), ("ordinary", true, 599_999, true), ("ordinary", true, 600_000, false),
            ("ordinary", true, 5_000_000, false), ("ordinary", true, 5_000_001, true),
            ("larger", false, 2_000_000, false), ("larger", false, 2_000_001, true),
            ("extraordinary", true, 100_000_000, false), ("extraordinary", true, 100_000_001, true),
        ])
    func fineBands(severity: String, isArticle114: Bool, yuan: Int64, isDoubted: Bool) async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            try RecordedFacts.accident("事1", at: unit, on: "2024-03-10", severity: severity, connection)
            try RecordedFacts.penalty(
                "罚1", on: unit, decidedOn: "2024-06-10", accident: "事1", isArticle114: isArticle114,
                basis: "安全生产法第一百一十四条", fineYuan: yuan, connection)
            try RecordedFacts.penalty("罚2", on: unit, decidedOn: "2024-06-10", accident: "事1", fineYuan: 1, connection)
            let day = CivilDate(iso: "2024-06-10")!
            #expect(try ProposedListing.doubtfulFines(asOf: day, on: connection) == (isDoubted ? ["罚1"] : []))
        }
    }

    @Test("A unit that is no more is proposed no more")
    func deregistered() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, deregisteredOn: "2024-09-10", connection)
            try RecordedFacts.penalty("罚1", on: unit, decidedOn: "2024-06-10", isArticle114: true, connection)
            #expect(try Self.proposals(on: "2024-09-09", connection).count == 1)
            #expect(try Self.proposals(on: "2024-09-10", connection).isEmpty)
        }
    }

    @Test("A case takes the proposal up from its first day, for its clause and penalty alone")
    func caseOpened() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            try RecordedFacts.penalty("罚1", on: unit, decidedOn: "2024-06-10", isArticle114: true, connection)
            let other = try RecordedFacts.penalty(
                "罚2", on: unit, decidedOn: "2024-06-11", isArticle114: true, connection)
            let ledger = Ledger(
                acts: ActVocabulary.acts, identityKey: Story.identityKey, today: CivilDate(iso: "2024-12-31")!)
            func notify(_ key: String, clause: String, _ connection: isolated Connection) throws {
                let reply = try ledger.submit(
                    ActLine([
                        "act": "give-notice", "on": "2024-07-01", "officer": "han", "key": .string(key),
                        "credit_code": .string(CreditCodes.code(1)), "clause": .string(clause),
                        "penalty_decision_number": "罚1", "document_number": "告1",
                    ]), on: connection)
                #expect(!reply.isRefused)
            }
            try notify("a", clause: "DO4", connection)
            #expect(try Self.proposals(on: "2024-07-01", connection).count == 2)
            try notify("b", clause: "DA3", connection)
            #expect(try Self.proposals(on: "2024-06-30", connection).count == 2)
            #expect(try Self.proposals(on: "2024-07-01", connection).map(\.founding) == [other])
            #expect(try connection.value("select count(*) from lists.membership", as: Int64.self) == 0)
        }
    }

    @Test("A listing takes the proposal up; a further larger accident within 12 months is proposed anew")
    func listed() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            try RecordedFacts.accident("事1", at: unit, on: "2024-01-10", severity: "larger", connection)
            try RecordedFacts.accident("事2", at: unit, on: "2024-03-10", severity: "larger", connection)
            let first = try RecordedFacts.penalty("罚1", on: unit, decidedOn: "2024-02-10", accident: "事1", connection)
            try RecordedFacts.penalty("罚2", on: unit, decidedOn: "2024-04-10", accident: "事2", connection)
            try RecordedFacts.membership(
                of: unit, in: "serious", clause: "DA2", since: "2024-05-10", foundedOn: first, connection)
            #expect(try Self.proposals(on: "2024-05-09", connection).map(\.clause) == ["DA2"])
            #expect(try Self.proposals(on: "2024-05-10", connection).isEmpty)
            try RecordedFacts.accident("事3", at: unit, on: "2025-03-10", severity: "larger", connection)
            let third = try RecordedFacts.penalty("罚3", on: unit, decidedOn: "2025-04-10", accident: "事3", connection)
            #expect(try Self.proposals(on: "2025-04-10", connection).map(\.founding) == [third])
        }
    }

    @Test("For people each proposal names the decision and who made it")
    func forPeople() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let unit = try RecordedFacts.unit(1, connection)
            let penalty = try RecordedFacts.penalty(
                "罚1", on: unit, decidedOn: "2024-06-10", isArticle114: true, connection)
            let proposal = try #require(
                try ProposedListing.all(asOf: CivilDate(iso: "2024-06-10")!, on: connection).first)
            #expect(proposal.creditCode == CreditCodes.code(1))
            #expect(proposal.penaltyDecisionNumber == "罚1")
            #expect(proposal.agencyName == "机关")
            #expect(proposal.foundingRecordID == penalty)
            #expect(proposal.clauseText.contains("第一百一十四条"))
        }
    }
}
