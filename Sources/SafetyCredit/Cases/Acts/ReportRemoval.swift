public import PQ

/// Records that a granted early removal was reported to the next-higher agency: county to city, city to province.
///
/// **Source** Order 11 Art. 20; RD-37.
public struct ReportRemoval: Act {
    public static let name = "report-removal"
    public static let role = Procedure.earlyRemoval.rule(for: .reported).role
    public static let fields = [
        CaseReference.field,
        ActField("document_number", .text, required: false, "报告文号或者系统报送号"),
    ]

    let reference: CaseReference
    let documentNumber: String?

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
        documentNumber = try fields.optionalText("document_number")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let removal = try Case.find(reference, [.earlyRemoval], on: connection)
        try removal.require(.reported, in: context)
        guard let superior = try Agency.nextHigher(than: removal.agencyCode, on: connection) else {
            throw Refusal(.noHigherAgency, ["agency": removal.agencyCode])
        }
        let owed = try removal.take(
            .reported,
            detail: [
                "reported_to": .string(superior), "document_number": documentNumber.map { .string($0) } ?? .null,
            ], in: context, on: connection)
        return ActOutcome(
            subjectID: removal.subjectID,
            answer: owed.answer.merging([
                "case_id": .integer(removal.id), "reported_to": .string(superior),
            ]) { $1 })
    }
}
