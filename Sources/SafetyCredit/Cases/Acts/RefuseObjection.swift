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
        return try objection.refuse(by: documentNumber, because: reason, in: context, on: connection)
    }
}
