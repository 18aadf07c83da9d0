public import PQ

/// Records that a listing, a removal or a revocation was entered in the national system of work-safety credit.
///
/// **Source** Order 11 Arts. 11, 14; RD-35.
public struct RecordEntry: Act {
    public static let name = "record-entry"
    public static let role = Procedure.listing.rule(for: .entered).role
    public static let fields = [
        CaseReference.field,
        ActField("entry_number", .text, required: false, "系统回执号"),
    ]

    let reference: CaseReference
    let entryNumber: String?

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
        entryNumber = try fields.optionalText("entry_number")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let matter = try Case.find(reference, Procedure.having(.entered), on: connection)
        let owed = try matter.take(
            .entered, detail: ["entry_number": entryNumber.map { .string($0) } ?? .null], in: context, on: connection)
        return ActOutcome(
            subjectID: matter.subjectID, answer: owed.answer.merging(["case_id": .integer(matter.id)]) { $1 })
    }
}
