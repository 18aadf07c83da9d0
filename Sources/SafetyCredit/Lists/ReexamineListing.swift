public import PQ

/// Opens the re-examination of a serious listing whose ground may have fallen away.
///
/// **Source** Order 11 Art. 15.
public struct ReexamineListing: Act {
    public static let name = "reexamine-listing"
    public static let role = Procedure.revocation.rule(for: .opened).role
    public static let fields = MembershipReference.fields + [ActField("reason", .text, "据以重新认定的情况")]

    let reference: MembershipReference
    let reason: String

    public init(reading fields: ActFields) throws {
        reference = try MembershipReference(reading: fields)
        reason = try fields.text("reason")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let membership = try reference.find(on: connection)
        guard membership.list == .serious else {
            throw Refusal(.listedByItsPenalty, ["membership": membership.decisionNumber])
        }
        try membership.requireInForce(on: context.on)
        let (caseID, owed) = try Case.open(
            .revocation, .opened, about: membership.matter, detail: ["ground": .string(reason)], in: context,
            on: connection)
        return ActOutcome(
            subjectID: membership.subjectID,
            answer: owed.answer.merging([
                "case_id": .integer(caseID), "membership_id": .integer(membership.id),
            ]) { $1 })
    }
}
