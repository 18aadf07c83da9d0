public import PQ

/// Records that the defence against an intended listing or restoration was heard and answered, or expressly waived.
///
/// **Source** Penalty Law Arts. 44-45, 62 by analogy; RD-45.
public struct RecordDefence: Act {
    public static let name = "record-defence"
    public static let role = Procedure.listing.rule(for: .defenceHeard).role
    public static let fields = [
        CaseReference.field,
        ActField("is_waived", .boolean, required: false, "是否明确放弃陈述申辩，缺省为否"),
        ActField("answer", .text, required: false, "对陈述申辩的复核意见；未放弃时必填"),
    ]

    let reference: CaseReference
    let isWaived: Bool
    let answer: String?

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
        isWaived = try fields.boolean("is_waived", default: false)
        answer = try fields.optionalText("answer")
        guard isWaived || answer != nil else { throw Refusal(.missingField, ["field": "answer"]) }
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let matter = try Case.find(reference, Procedure.having(.defenceHeard), on: connection)
        let owed = try matter.take(
            isWaived ? .defenceWaived : .defenceHeard, detail: answer.map { ["answer": .string($0)] } ?? [:],
            in: context, on: connection)
        return ActOutcome(
            subjectID: matter.subjectID, answer: owed.answer.merging(["case_id": .integer(matter.id)]) { $1 })
    }
}
