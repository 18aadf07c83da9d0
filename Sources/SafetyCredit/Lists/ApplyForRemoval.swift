public import PQ

/// Records an application for early removal: 12 months from listing must be full, and no statutory ban may run.
///
/// **Source** plan V(5), Order 11 Arts. 13, 18, 19; RD-22, RD-33, RD-34.
public struct ApplyForRemoval: Act {
    public static let name = "apply-for-removal"
    public static let role = Procedure.earlyRemoval.rule(for: .filed).role
    public static let fields = MembershipReference.fields + [ActField("statement", .text, "申请理由")]

    let reference: MembershipReference
    let statement: String

    public init(reading fields: ActFields) throws {
        reference = try MembershipReference(reading: fields)
        statement = try fields.text("statement")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let membership = try reference.find(on: connection)
        try membership.requireInForce(on: context.on)
        let earliest = try connection.value(
            """
            select (\(membership.listedOn)::date + removal.term)::date
            from law.removal_term() as removal
            where removal.governs @> \(membership.listedOn)::date
            """,
            as: CivilDate.self
        )
        guard context.on >= earliest else { throw Refusal(.tooEarlyForRemoval, ["earliest": earliest.description]) }
        if membership.list == .serious {
            try RemovalConditions.refuseRunningBan(on: membership, day: context.on, connection)
        }
        let (caseID, owed) = try Case.open(
            .earlyRemoval, .filed,
            about: Case.Matter(
                subjectID: membership.subjectID, membershipID: membership.id, agencyCode: membership.agencyCode),
            detail: ["statement": .string(statement)], in: context, on: connection)
        return ActOutcome(
            subjectID: membership.subjectID,
            answer: owed.answer.merging([
                "case_id": .integer(caseID), "membership_id": .integer(membership.id),
            ]) { $1 })
    }
}
