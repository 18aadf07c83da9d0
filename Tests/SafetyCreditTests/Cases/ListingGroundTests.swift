import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// Order 11 Arts. 3, 6, 7; RD-20, RD-26: who tells of a listing, and who decides it, is held to what the records show.
@Suite("A clause and the records of the unit") struct ListingGroundTests {
    /// A unit with up to two accidents and one penalty, and what its records lack under a clause.
    struct Matter: Sendable, CustomTestStringConvertible {
        let clause: String
        let missing: String?
        var kind = "business"
        var isSafety = true
        var isArticle114 = false
        var names: String? = "事1"
        var severity = "ordinary"
        var responsibility = "responsible"
        var fault: String?
        var earlierOn: String?

        var testDescription: String { "\(clause): \(missing ?? "nothing missing")" }
    }

    private static let matters = [
        Matter(clause: "DA1", missing: nil, severity: "major"),
        Matter(clause: "DA1", missing: "major_accident", severity: "larger"),
        Matter(clause: "DA1", missing: "major_accident", names: nil, severity: "major"),
        Matter(clause: "DA1", missing: "major_accident", severity: "major", responsibility: "open"),
        Matter(clause: "DA2", missing: nil, severity: "larger", earlierOn: "2023-03-10"),
        Matter(clause: "DA2", missing: "larger_accidents", severity: "larger", earlierOn: "2023-03-09"),
        Matter(
            clause: "DA2", missing: "larger_accidents", severity: "larger", responsibility: "open",
            earlierOn: "2023-09-10"),
        Matter(clause: "DA3", missing: nil, isArticle114: true),
        Matter(clause: "DA3", missing: "article_114_2"),
        Matter(clause: "DA4", missing: nil, fault: "falsified"),
        Matter(clause: "DA4", missing: "hidden_accident", fault: "late"),
        Matter(clause: "DA5", missing: nil),
        Matter(clause: "DA5", missing: "accident", names: nil),
        Matter(clause: "DO1", missing: nil, names: nil),
        Matter(clause: "DO1", missing: "safety_penalty", isSafety: false, names: nil),
        Matter(clause: "DO2", missing: nil, kind: "service_body", names: nil),
        Matter(clause: "DO2", missing: "service_body", names: nil),
        Matter(clause: "DO3", missing: nil, names: nil),
        Matter(clause: "DO4", missing: nil, names: nil),
        Matter(clause: "DO4", missing: "safety_penalty", isSafety: false, names: nil),
    ]

    @Test(
        "A notice is refused where the records contradict the clause, and given where they do not", arguments: matters)
    func notice(_ matter: Matter) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let unit = try RecordedFacts.unit(1, kind: matter.kind, connection)
            if let earlierOn = matter.earlierOn {
                try RecordedFacts.accident("事0", at: unit, on: earlierOn, severity: matter.severity, connection)
            }
            try RecordedFacts.accident(
                "事1", at: unit, on: "2024-03-10", severity: matter.severity, responsibility: matter.responsibility,
                fault: matter.fault, connection)
            try RecordedFacts.penalty(
                "罚1", on: unit, decidedOn: "2024-06-10", accident: matter.names, isSafety: matter.isSafety,
                isArticle114: matter.isArticle114, connection)
            let reply = try Story().submit(
                "give-notice", on: "2024-07-01", by: "han",
                [
                    "credit_code": .string(CreditCodes.code(1)), "clause": .string(matter.clause),
                    "penalty_decision_number": "罚1",
                ], connection)
            switch reply.outcome {
            case .done: #expect(matter.missing == nil)
            case .refused(let refusal):
                #expect(refusal.code == .groundMissing)
                #expect(refusal.facts["missing"] == matter.missing)
                #expect(!refusal.sentence(in: .chinese).contains("?"))
            case .repeated: Issue.record("was given before")
            }
        }
    }

    @Test("The decision asks again: an accident found to be none of the unit's lists nobody (Order 11 Art. 6)")
    func changedFacts() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            let unit = try Subject.unit(try CreditCode(Story.unit), on: connection).id
            try RecordedFacts.accident("事1", at: unit, on: "2024-01-20", severity: "major", connection)
            try RecordedFacts.penalty("罚1", on: unit, decidedOn: "2024-03-01", accident: "事1", connection)
            try story.does(
                "give-notice", on: "2024-03-05", by: "han",
                RefusalCase.with(RefusalCase.notice, ["clause": "DA1", "penalty_decision_number": "罚1"]), connection)
            try story.does(
                "record-defence", on: "2024-03-08", by: "han", ["case": "give-notice", "is_waived": true], connection)
            try story.does(
                "correct-record", on: "2024-03-10", by: "rec",
                RefusalCase.with(
                    RefusalCase.correcting(["responsibility": "not_responsible"]),
                    ["record_kind": "accident", "decision_number": "事1"]), connection)
            let reply = try story.submit("decide-listing", on: "2024-03-11", by: "dec", Story.listing, connection)
            guard case .refused(let refusal) = reply.outcome else {
                Issue.record("performed: \(reply.line(in: .english))")
                return
            }
            #expect(refusal == Refusal(.groundMissing, ["clause": "DA1", "missing": "major_accident"]))
            try story.does(
                "decide-listing", on: "2024-03-11", by: "dec", key: "not-list",
                ["case": "give-notice", "decision": "not_list", "reason": "对事故不负有责任"], connection)
        }
    }
}
