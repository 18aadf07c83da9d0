extension ActFields {
    /// The outcome a field names, one of those among which a step decides.
    ///
    /// - Throws: `Refusal.missingField` where it is absent and has no default; `Refusal.badField`.
    func outcome(
        _ name: String, of rule: StepRule, default missing: Case.Outcome? = nil
    ) throws(Refusal) -> Case.Outcome {
        guard let text = try optionalText(name) else {
            guard let missing else { throw Refusal(.missingField, ["field": name]) }
            return missing
        }
        guard let outcome = Case.Outcome(rawValue: text), rule.outcomes.contains(outcome) else {
            throw Refusal(
                .badField,
                ["field": name, "expected": rule.outcomes.map(\.rawValue).joined(separator: ", ")])
        }
        return outcome
    }
}
