public import PQ

/// Records that a penalty was changed, annulled or declared unlawful: from this day it counts for nothing.
///
/// Its publication must be withdrawn within 3 working days, with reasons. A serious listing that rests on it is not ended but re-examined.
/// **Source** Penalty Law Art. 48, Order 11 Art. 15; RD-15.
public struct AnnulPenalty: Act {
    public static let name = "annul-penalty"
    public static let role = OfficerRole.recorder
    public static let fields = [
        ActField("subject_id", .integer, required: false, "主体编号；个人用编号"),
        ActField("credit_code", .creditCode, required: false, "统一社会信用代码"),
        ActField("decision_number", .text, "行政处罚决定书文号"),
        ActField("document_number", .text, "撤销、变更或者确认违法的文书号"),
        ActField("reason", .text, "理由"),
    ]

    let subjectID: Int64?
    let creditCode: CreditCode?
    let decisionNumber: String
    let documentNumber: String

    public init(reading fields: ActFields) throws {
        subjectID = try fields.optionalInteger("subject_id")
        creditCode = try fields.optionalCreditCode("credit_code")
        decisionNumber = try fields.text("decision_number")
        documentNumber = try fields.text("document_number")
        _ = try fields.text("reason")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let subject = try Subject.named(by: creditCode, or: subjectID, on: connection)
        guard let penalty = try Penalty.find(decisionNumber, of: subject.id, on: connection), !penalty.isWithdrawn
        else {
            throw Refusal(.unknownRecord, ["record": decisionNumber])
        }
        if let annulledOn = penalty.annulledOn { throw Refusal(.alreadyAnnulled, ["annulled": annulledOn.description]) }
        guard context.on >= penalty.decidedOn else {
            throw Refusal(
                .beforeTheStepBefore, ["on": context.on.description, "previous": penalty.decidedOn.description])
        }
        let record = try Record.find(penalty.recordID, of: subject.id, on: connection)
        let change = RecordChange(record: record, reason: .annulled, documentNumber: documentNumber)
        var answer = try change.annul(in: context, on: connection)
        let due = try DueDate.after(context.on, term: "annulment-publication-end-working-days", on: connection)
        answer["withdraw_by"] = .string(due.on.description)
        return ActOutcome(subjectID: subject.id, answer: answer)
    }
}
