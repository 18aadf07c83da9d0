public import PQ

/// Does not accept an application for early removal, for a stated reason; a complete file must be accepted.
///
/// The subject may file again at any time, as a new case (RD-22).
/// **Source** Order 11 Art. 19.
public struct RefuseRemovalApplication: Act {
    public static let name = "refuse-removal-application"
    public static let role = Procedure.earlyRemoval.rule(for: .refused).role
    public static let fields = [
        CaseReference.field,
        ActField("document_number", .text, required: false, "不予受理决定书文号；不给则取下一号"),
        ActField("reason", .text, "不予受理的理由，如所缺的材料"),
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
        let removal = try RemovalCase.find(reference, in: context, on: connection).file
        return try removal.refuse(by: documentNumber, because: reason, in: context, on: connection)
    }
}
