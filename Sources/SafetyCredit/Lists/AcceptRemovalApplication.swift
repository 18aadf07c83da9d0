public import PQ

/// Accepts a complete application for early removal; the 20 working days to decide it start (Order 11 Arts. 19-20).
public struct AcceptRemovalApplication: Act {
    public static let name = "accept-removal-application"
    private static let term = "removal-decision-working-days"
    public static let role = OfficerRole.handler
    public static let fields = [CaseReference.field]

    let reference: CaseReference

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let removal = try Case.find(reference, .earlyRemoval, on: connection)
        let due = try DueDate.after(context.on, term: Self.term, on: connection)
        try removal.take(.accepted, after: [.filed], nextTerm: Self.term, in: context, on: connection)
        return ActOutcome(
            subjectID: removal.subjectID,
            answer: due.answer.merging(["case_id": .integer(removal.id)]) { first, _ in first })
    }
}
