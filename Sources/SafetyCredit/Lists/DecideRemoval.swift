public import PQ

/// Grants or denies an early removal; a granted one takes effect on the day of the decision.
///
/// **Source** Order 11 Arts. 14, 18, 20; RD-19, RD-34, RD-35, RD-37.
public struct DecideRemoval: Act {
    public static let name = "decide-removal"
    public static let role = Procedure.earlyRemoval.rule(for: .decided).role
    public static let fields = [
        CaseReference.field,
        ActField(
            "decision", .choice(Procedure.earlyRemoval.rule(for: .decided).outcomes.map(\.rawValue)), "准予或者不予提前移出"),
        ActField("decision_number", .text, required: false, "决定书文号；不给则取下一号"),
        ActField("penalty_performed", .text, required: false, "处罚决定履行完毕的证明；准予时必填"),
        ActField("harm_removed", .text, required: false, "危害后果、不良影响消除的证明；准予时必填"),
        ActField("reason", .text, required: false, "不予提前移出的理由；不予时必填"),
    ]

    let reference: CaseReference
    let decision: Case.Outcome
    let decisionNumber: String?
    let penaltyPerformed: String?
    let harmRemoved: String?
    let reason: String?

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
        decision = try fields.outcome("decision", of: Procedure.earlyRemoval.rule(for: .decided))
        decisionNumber = try fields.optionalText("decision_number")
        penaltyPerformed = try fields.optionalText("penalty_performed")
        harmRemoved = try fields.optionalText("harm_removed")
        reason = try fields.optionalText("reason")
        guard decision == .granted || reason != nil else { throw Refusal(.missingField, ["field": "reason"]) }
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let found = try RemovalCase.find(reference, in: context, on: connection)
        let (removal, membership) = (found.file, found.membership)
        try removal.require(.decided, in: context)
        let number = try DocumentNumber.settle(
            decisionNumber, for: decision == .granted ? .removalDecision : .removalDenial, of: membership.subjectID,
            in: context, on: connection)
        var answer: [String: JSONValue] = [
            "case_id": .integer(removal.id), "membership_id": .integer(membership.id),
            "decision_number": .string(number),
        ]
        var detail: [String: JSONValue] = ["decision_number": .string(number)]
        if decision == .granted {
            guard let penaltyPerformed else { throw Refusal(.conditionMissing, ["condition": "penalty_performed"]) }
            guard let harmRemoved else { throw Refusal(.conditionMissing, ["condition": "harm_removed"]) }
            try RemovalConditions.refuseNewViolation(since: membership, day: context.on, connection)
            if membership.list == .serious {
                try RemovalConditions.refuseRunningBan(on: membership, day: context.on, connection)
            }
            detail["penalty_performed"] = .string(penaltyPerformed)
            detail["harm_removed"] = .string(harmRemoved)
        } else {
            detail["reason"] = reason.map { .string($0) } ?? .null
        }
        // The step before its effect: once the membership has ended, the case would owe nothing.
        let hasSuperior = try Agency.nextHigher(than: removal.agencyCode, on: connection) != nil
        let owed = try removal.take(
            .decided, outcome: decision, without: hasSuperior ? [] : [.reported], detail: .object(detail), in: context,
            on: connection)
        if decision == .granted {
            try membership.end(
                on: context.on, because: .earlyRemoval, decisionNumber: number, in: context, on: connection)
            let due = try DueDate.after(
                context.on, term: "removal-publication-end-working-days", on: connection)
            answer["withdraw_by"] = .string(due.on.description)
        }
        return ActOutcome(subjectID: membership.subjectID, answer: owed.answer.merging(answer) { $1 })
    }
}
