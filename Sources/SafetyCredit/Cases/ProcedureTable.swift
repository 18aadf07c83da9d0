/// A procedure as a table to read: one row is one step.
public struct ProcedureTable: Sendable {
    public struct Row: Sendable {
        public let step: String
        public let who: String
        public let act: String
        public let after: String
        public let owes: String
        public let source: String
    }

    public let rows: [Row]

    public init(_ procedure: Procedure, terms: CaseTerms, in language: Language) {
        rows = procedure.rules.map { rule in
            Row(
                step: rule.name(in: language), who: rule.who(in: language), act: rule.act,
                after: rule.after.map { $0.name(in: language) }.joined(separator: language.choose("；", "; ")),
                owes: rule.duties.map { $0.words(terms, in: language) }.joined(separator: language.choose("；", "; ")),
                source: rule.source)
        }
    }
}

extension StepRule {
    func name(in language: Language) -> String {
        guard !outcomes.isEmpty else { return step.name(in: language) }
        let choices = outcomes.map { $0.name(in: language) }.joined(separator: language.choose("、", ", "))
        return language.choose("\(step.name(in: language))（\(choices)）", "\(step.name(in: language)) (\(choices))")
    }

    func who(in language: Language) -> String {
        guard !notBy.isEmpty else { return role.name(in: language) }
        let barred = notBy.map { $0.name(in: language) }.joined(separator: language.choose("、", ", "))
        return language.choose("\(role.name(in: language))，不得为\(barred)", "\(role.name(in: language)), not \(barred)")
    }
}

extension StepRule.Part {
    func name(in language: Language) -> String {
        switch self {
        case .handler: language.choose("本案经手人", "who took a step before")
        case .recorder: language.choose("该记录的记录人", "who recorded the fact")
        }
    }
}

extension StepRule.Standing {
    /// The standing that `description` names.
    init?(describedBy description: Substring) {
        let codes = description.split(separator: ":").map(String.init)
        guard let step = codes.first.flatMap(Case.Step.init) else { return nil }
        self.init(step: step, outcome: codes.dropFirst().first.flatMap(Case.Outcome.init))
    }

    func name(in language: Language) -> String {
        let outcome = outcome.map { language.choose("：", ": ") + $0.name(in: language) } ?? ""
        return step.name(in: language) + outcome
    }
}

extension StepRule.Duty {
    func words(_ terms: CaseTerms, in language: Language) -> String {
        let steps = owed.map { $0.name(in: language) }.joined(separator: language.choose("或者", " or "))
        let condition = outcomes.map { $0.name(in: language) }.joined(separator: language.choose("、", ", "))
        let given = condition.isEmpty ? "" : language.choose("\(condition)的，", "if \(condition): ")
        return given
            + language.choose(
                "\(terms.words(self, in: language))内\(steps)", "\(steps) within \(terms.words(self, in: language))")
    }
}
