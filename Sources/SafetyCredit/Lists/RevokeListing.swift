public import PQ

/// Revokes a listing whose ground has fallen away: off the list, and off every channel, on the same day.
///
/// **Source** Order 11 Art. 15; RD-14, RD-35.
public struct RevokeListing: Act {
    public static let name = "revoke-listing"
    public static let role = OfficerRole.decider
    public static let fields =
        MembershipReference.fields + [
            ActField("document_number", .text, "撤销决定书文号"),
            ActField("reason", .text, "撤销理由"),
        ]

    let reference: MembershipReference
    let documentNumber: String

    public init(reading fields: ActFields) throws {
        reference = try MembershipReference(reading: fields)
        documentNumber = try fields.text("document_number")
        _ = try fields.text("reason")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let membership = try reference.find(on: connection)
        guard membership.agencyCode == context.officer.agencyCode else {
            throw Refusal(.agencyNotResponsible, ["agency": membership.agencyCode])
        }
        guard membership.listCode == "serious" else {
            throw Refusal(.unknownMembership, ["membership": membership.decisionNumber])
        }
        try membership.end(
            on: context.on, because: .revoked, decisionNumber: documentNumber, in: context, on: connection)
        return ActOutcome(
            subjectID: membership.subjectID,
            answer: ["membership_id": .integer(membership.id), "withdraw_by": .string(context.on.description)])
    }
}
