public import PQ

/// Accepts an objection; the ten working days to decide it start (plan III, RD-01).
public struct AcceptObjection: Act {
    public static let name = "accept-objection"
    private static let term = "objection-working-days"
    public static let role = OfficerRole.handler
    public static let fields = [CaseReference.field]

    let reference: CaseReference

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let objection = try Case.find(reference, .objection, on: connection)
        let due = try DueDate.after(context.on, term: Self.term, on: connection)
        try objection.take(.accepted, after: [.filed], nextTerm: Self.term, in: context, on: connection)
        return ActOutcome(
            subjectID: objection.subjectID,
            answer: due.answer.merging(["case_id": .integer(objection.id)]) { first, _ in first })
    }
}
