public import PQ

/// Revokes a listing whose ground has fallen away, or keeps it: a revoked one is off the list, and off every channel, on the same day.
///
/// It decides the re-examination that is open; where none is, the decision stands for itself.
/// **Source** Order 11 Art. 15; RD-14, RD-35.
public struct RevokeListing: Act {
    public static let name = "revoke-listing"
    private static let rule = Procedure.revocation.rule(for: .decided)
    public static let role = rule.role
    public static let fields =
        MembershipReference.fields + [
            ActField("decision", .choice(rule.outcomes.map(\.rawValue)), required: false, "撤销或者保留，缺省为撤销"),
            ActField("document_number", .text, "撤销决定书文号，或者重新认定意见的文号"),
            ActField("reason", .text, "理由"),
        ]

    let reference: MembershipReference
    let decision: Case.Outcome
    let documentNumber: String
    let reason: String

    public init(reading fields: ActFields) throws {
        reference = try MembershipReference(reading: fields)
        decision = try fields.outcome("decision", of: Self.rule, default: .revoke)
        documentNumber = try fields.text("document_number")
        reason = try fields.text("reason")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let membership = try reference.find(on: connection)
        try Case.refuseOtherAgency(than: membership.agencyCode, context.officer)
        guard membership.list == .serious else {
            throw Refusal(.listedByItsPenalty, ["membership": membership.decisionNumber])
        }
        try membership.requireInForce(on: context.on)
        let (caseID, owed) = try decide(on: membership, in: context, connection)
        var answer: [String: JSONValue] = [
            "membership_id": .integer(membership.id), "case_id": .integer(caseID),
        ]
        if decision == .revoke {
            try membership.end(
                on: context.on, because: .revoked, decisionNumber: documentNumber, in: context, on: connection)
            answer["withdraw_by"] = .string(context.on.description)
        }
        return ActOutcome(subjectID: membership.subjectID, answer: owed.answer.merging(answer) { $1 })
    }

    private func decide(
        on membership: Membership, in context: ActContext, _ connection: isolated Connection
    ) throws -> (Int64, OwedSteps) {
        let recorders = try Record.recorders(
            of: membership.foundingRecordID, of: membership.unitID ?? membership.subjectID, on: connection)
        let detail: JSONValue = ["document_number": .string(documentNumber), "reason": .string(reason)]
        guard let open = try Case.openCase(.revocation, about: membership.matter, on: connection) else {
            return try Case.open(
                .revocation, .decided, about: membership.matter, outcome: decision, recordedBy: recorders,
                detail: detail, in: context, on: connection)
        }
        let owed = try Case.find(.id(open), [.revocation], on: connection)
            .take(
                .decided, outcome: decision, recordedBy: recorders, detail: detail, in: context, on: connection)
        return (open, owed)
    }
}
