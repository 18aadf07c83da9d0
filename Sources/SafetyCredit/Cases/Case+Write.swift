import PQ

extension Case {
    /// Writes a step with what it owes; the term that ends with it keeps the due date it had (RD-38).
    static func add(
        _ step: Step, no: Int32, to caseID: Int64, of subjectID: Int64, in procedure: Procedure, outcome: Outcome?,
        without waived: Set<Step>, detail: JSONValue, in context: ActContext, on connection: isolated Connection
    ) throws -> OwedSteps {
        let duties = procedure.rule(for: step).duties(after: outcome).filter { waived.isDisjoint(with: $0.owed) }
        let owed = try OwedSteps(duties, from: context.on, on: connection)
        try connection.execute(
            """
            insert into cases.step (subject_id, case_id, step_no, step_code, done_on, officer_code, outcome, was_due_on,
                detail, act_id, known_at)
            values (\(subjectID), \(caseID), \(no), \(step.rawValue), \(context.on), \(context.officer.code),
                \(outcome?.rawValue),
                (select min(o.due_on) from cases.open_deadline(\(context.on)) as o
                    where o.subject_id = \(subjectID) and o.case_id = \(caseID) and \(step.rawValue) = any (o.owed_codes)),
                \(detail.maskingResidentNumbers().canonicalText), \(context.actID), now())
            """
        )
        for duty in duties {
            try connection.execute(
                """
                insert into cases.owed_step (subject_id, case_id, step_no, owed_codes, term_code)
                values (\(subjectID), \(caseID), \(no), \(duty.owed.map(\.rawValue)), \(duty.term))
                """
            )
        }
        return owed
    }
}

/// What a step owes next, with the last day for each.
struct OwedSteps: Sendable {
    private let owed: [(steps: [Case.Step], due: DueDate)]

    /// - Throws: `Refusal.dayNotInCalendar`.
    init(_ duties: [StepRule.Duty], from day: CivilDate, on connection: isolated Connection) throws {
        owed = try duties.map { ($0.owed, try DueDate.after(day, term: $0.term, on: connection)) }
    }

    /// `due_on` and `is_due_provisional` of the earliest, and each in `owed`; empty when nothing is owed.
    var answer: [String: JSONValue] {
        guard let earliest = owed.min(by: { $0.due.on < $1.due.on }) else { return [:] }
        let each = owed.map { steps, due in
            JSONValue.object(due.answer.merging(["steps": .array(steps.map { .string($0.rawValue) })]) { $1 })
        }
        return earliest.due.answer.merging(["owed": .array(each)]) { $1 }
    }
}
