public import PQ

/// Accepts an objection; the ten working days to decide and to answer it start (plan III, RD-01).
public struct AcceptObjection: Act {
    public static let name = "accept-objection"
    public static let role = Procedure.objection.rule(for: .accepted).role
    public static let fields = [CaseReference.field]

    let reference: CaseReference

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let objection = try Case.find(reference, [.objection], on: connection)
        let owed = try objection.take(.accepted, in: context, on: connection)
        return ActOutcome(
            subjectID: objection.subjectID, answer: owed.answer.merging(["case_id": .integer(objection.id)]) { $1 })
    }
}
