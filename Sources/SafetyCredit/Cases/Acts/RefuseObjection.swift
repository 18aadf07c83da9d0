public import PQ

/// Does not accept an objection, for a stated reason: it is not the subject's own, or not about the facts of a record (RD-23).
public struct RefuseObjection: Act {
    public static let name = "refuse-objection"
    public static let role = Procedure.objection.rule(for: .refused).role
    public static let fields = [
        CaseReference.field,
        ActField("document_number", .text, required: false, "不予受理告知书文号；不给则取下一号"),
        ActField("reason", .text, "不予受理的理由"),
    ]

    let reference: CaseReference
    let documentNumber: String?
    let reason: String

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
        documentNumber = try fields.optionalText("document_number")
        reason = try fields.text("reason")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let objection = try Case.find(reference, [.objection], on: connection)
        try objection.require(.refused, in: context)
        let number = try DocumentNumber.settle(
            documentNumber, for: .acceptanceRefusal, of: objection.subjectID, in: context, on: connection)
        let owed = try objection.take(
            .refused, detail: ["document_number": .string(number), "reason": .string(reason)], in: context,
            on: connection)
        return ActOutcome(
            subjectID: objection.subjectID,
            answer: owed.answer.merging([
                "case_id": .integer(objection.id), "document_number": .string(number),
            ]) { $1 })
    }
}
