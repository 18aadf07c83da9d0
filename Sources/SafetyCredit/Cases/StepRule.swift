/// One step of a procedure: who may take it, where the case must stand, and what it owes by which day.
public struct StepRule: Sendable {
    /// A part in a case that bars an officer from taking a step.
    public enum Part: Sendable {
        /// Has taken an earlier step of the case.
        case handler
        /// Has recorded a version of the record in question.
        case recorder
    }

    /// Where a case can stand: at a step, and where that was a decision, at its outcome.
    public struct Standing: Sendable, Hashable, CustomStringConvertible {
        public let step: Case.Step
        public let outcome: Case.Outcome?

        static func at(_ step: Case.Step, _ outcome: Case.Outcome? = nil) -> Standing {
            Standing(step: step, outcome: outcome)
        }

        public var description: String {
            ([step.rawValue] + [outcome?.rawValue].compactMap(\.self)).joined(separator: ":")
        }
    }

    /// What a step owes: one of some steps, within the working days of a parameter counted from it.
    public struct Duty: Sendable, Hashable {
        public let owed: [Case.Step]
        /// Parameter of `law.parameter` with the number of working days.
        public let term: String
        /// Outcomes that owe it; empty: any.
        public let outcomes: [Case.Outcome]

        static func owes(_ owed: Case.Step..., within term: String, if outcomes: Case.Outcome...) -> Duty {
            Duty(owed: owed, term: term, outcomes: outcomes)
        }
    }

    public let step: Case.Step
    /// Outcomes among which the step decides; empty where it has none.
    public let outcomes: [Case.Outcome]
    /// The act, or the job, that takes it.
    public let act: String
    public let role: OfficerRole
    /// Who must not take it, whatever the role.
    public let notBy: [Part]
    /// Where the case must stand; empty for a first step.
    public let after: [Standing]
    /// Whether a case can begin with it.
    public let mayOpen: Bool
    public let duties: [Duty]
    /// Article or reading.
    public let source: String

    init(
        _ step: Case.Step, outcomes: [Case.Outcome] = [], by act: String, of role: OfficerRole, notBy: [Part] = [],
        after: [Standing] = [], mayOpen: Bool? = nil, _ duties: [Duty] = [], source: String
    ) {
        (self.step, self.outcomes, self.act, self.role, self.notBy) = (step, outcomes, act, role, notBy)
        (self.after, self.mayOpen) = (after, mayOpen ?? after.isEmpty)
        (self.duties, self.source) = (duties, source)
    }

    /// What is owed after the step was taken with the outcome.
    func duties(after outcome: Case.Outcome?) -> [Duty] {
        duties.filter { $0.outcomes.isEmpty || outcome.map($0.outcomes.contains) ?? false }
    }
}
