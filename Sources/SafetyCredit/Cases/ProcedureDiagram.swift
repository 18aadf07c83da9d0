/// A procedure as a Mermaid state diagram: where a case can stand, and by which step and term it goes on.
public struct ProcedureDiagram: Sendable {
    private let procedure: Procedure
    private let terms: CaseTerms
    private let language: Language

    public init(_ procedure: Procedure, terms: CaseTerms, in language: Language) {
        (self.procedure, self.terms, self.language) = (procedure, terms, language)
    }

    /// Lines of `stateDiagram-v2`.
    public var text: String {
        let rules = procedure.rules
        var lines = ["stateDiagram-v2", "    direction LR"]
        for standing in rules.flatMap(standings) {
            lines.append("    state \"\(standing.name(in: language))\" as \(id(standing))")
        }
        for rule in rules {
            if rule.mayOpen { lines += standings(of: rule).map { "    [*] --> \(id($0)): \(rule.act)" } }
            for source in sources(of: rule) {
                lines += standings(of: rule).map { "    \(id(source)) --> \(id($0)): \(label(rule, from: source))" }
            }
        }
        let goesOn = Set(rules.flatMap(sources))
        for standing in rules.flatMap(standings) where !goesOn.contains(standing) {
            lines.append("    \(id(standing)) --> [*]")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Where a case stands once the step is taken: for a decision, one place for each outcome.
    private func standings(of rule: StepRule) -> [StepRule.Standing] {
        rule.outcomes.isEmpty ? [.at(rule.step)] : rule.outcomes.map { .at(rule.step, $0) }
    }

    /// Where the step can be taken from. Steps that may follow each other in any order are drawn side by side.
    private func sources(of rule: StepRule) -> [StepRule.Standing] {
        rule.after.flatMap { standing -> [StepRule.Standing] in
            let origin = procedure.rule(for: standing.step)
            if origin.after.contains(where: { $0.step == rule.step }) { return [] }
            return standing.outcome == nil ? standings(of: origin) : [standing]
        }
    }

    private func label(_ rule: StepRule, from source: StepRule.Standing) -> String {
        let owed = procedure.rule(for: source.step).duties(after: source.outcome).first { $0.owed.contains(rule.step) }
        if let owed {
            let words = terms.words(owed, in: language)
            return language.choose("\(rule.act)，\(words)内", "\(rule.act), within \(words)")
        }
        return rule.act
    }

    private func id(_ standing: StepRule.Standing) -> String {
        [standing.step.rawValue, standing.outcome?.rawValue].compactMap(\.self).joined(separator: "_")
    }
}
