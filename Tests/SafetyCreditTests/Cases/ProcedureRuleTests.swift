import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The rules of a procedure") struct ProcedureRuleTests {
    /// Acts of jobs, which are no acts of the vocabulary.
    private static let jobs = Set(Job.allCases.map(\.rawValue))

    @Test("Each names an act, or a job, whose role is the rule's", arguments: Procedure.allCases)
    func acts(_ procedure: Procedure) {
        for rule in procedure.rules where !Self.jobs.contains(rule.act) {
            let act = ActVocabulary.acts.first { $0.name == rule.act }
            #expect(act?.role == rule.role, "\(rule.act)")
        }
    }

    @Test("Each comes after steps that the procedure has, and a case can end", arguments: Procedure.allCases)
    func order(_ procedure: Procedure) {
        let steps = procedure.rules.map(\.step)
        #expect(Set(steps).count == steps.count)
        #expect(procedure.rules.first?.mayOpen == true)
        for rule in procedure.rules {
            for standing in rule.after {
                #expect(steps.contains(standing.step))
                if let outcome = standing.outcome {
                    #expect(procedure.rule(for: standing.step).outcomes.contains(outcome))
                }
            }
            for owed in rule.duties.flatMap(\.owed) { #expect(steps.contains(owed), "\(rule.step) owes \(owed)") }
        }
    }

    @Test("A decision is never the handler's", arguments: Procedure.allCases)
    func separation(_ procedure: Procedure) {
        let decision = procedure.rules.first { $0.step == .decided }
        #expect(decision?.role == .decider)
        #expect(decision?.notBy.contains(.handler) == true)
    }

    @Test("Every term is a parameter in working days, in force since the plan, with its article")
    func terms() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let wanted = Set(Procedure.allCases.flatMap(\.rules).flatMap(\.duties).map(\.term))
            let known = try connection.values(
                """
                select p.parameter_code
                from law.parameter as p
                where p.unit = 'working day' and p.valid_from = '2023-08-09' and p.article <> '' and p.value > 0
                """, as: String.self)
            #expect(wanted.subtracting(known) == [])
        }
    }

    @Test("The tables know every step and outcome, and no other")
    func constraints() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            for (constraint, words) in [
                ("step_is_known", Case.Step.allCases.map(\.rawValue)),
                ("outcome_is_known", Case.Outcome.allCases.map(\.rawValue)),
                ("procedure_is_known", Procedure.allCases.map(\.rawValue)),
            ] {
                let definition = try connection.value(
                    "select pg_get_constraintdef(k.oid) from pg_constraint as k where k.conname = \(constraint)",
                    as: String.self)
                let known = definition.matches(of: /'([a-z_]+)'/).map { String($0.1) }
                #expect(Set(known) == Set(words))
            }
        }
    }

    @Test("docs/procedures.md is what the rules say")
    func page() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let terms = try CaseTerms.read(asOf: CivilDate(iso: "2026-01-01")!, on: connection)
            let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
                path: "../../../docs/procedures.md")
            let page = try String(contentsOf: path, encoding: .utf8)
            #expect(
                page == ProcedurePage.text(terms: terms, in: .chinese),
                "write it anew: anxin case steps --format markdown -o docs/procedures.md")
        }
    }

    @Test("Every kind of deadline has a name of its own in both languages")
    func names() {
        for procedure in Procedure.allCases {
            for duty in procedure.rules.flatMap(\.duties) {
                let kind = procedure.word + "-" + duty.owed.map(\.rawValue).joined(separator: "-or-")
                let deadline = Deadline(
                    kind: kind, isNotice: false, subjectID: 1, subjectName: "", aboutID: 1, agencyName: "",
                    officerCode: nil,
                    dueOn: nil, daysLeft: nil, isProvisional: true, isOverdue: false, channelName: nil)
                #expect(deadline.name(in: .chinese).hasPrefix(procedure.name(in: .chinese)))
                #expect(deadline.name(in: .english) != kind)
            }
        }
    }
}
