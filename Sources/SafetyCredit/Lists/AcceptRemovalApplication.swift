public import PQ

/// Accepts a complete application for early removal; the 20 working days to decide it start (Order 11 Arts. 19-20).
public struct AcceptRemovalApplication: Act {
    public static let name = "accept-removal-application"
    public static let role = Procedure.earlyRemoval.rule(for: .accepted).role
    public static let fields = [CaseReference.field]

    let reference: CaseReference

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let removal = try RemovalCase.find(reference, in: context, on: connection).file
        let owed = try removal.take(.accepted, in: context, on: connection)
        return ActOutcome(
            subjectID: removal.subjectID, answer: owed.answer.merging(["case_id": .integer(removal.id)]) { $1 })
    }
}
