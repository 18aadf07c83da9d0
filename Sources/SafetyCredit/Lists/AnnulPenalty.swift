public import PQ

/// Records that a penalty was changed, annulled or declared unlawful: from this day it counts for nothing.
///
/// Its publication must be withdrawn within 3 working days, with reasons. A serious listing that rests on it is not ended but named for
/// re-examination.
/// **Source** Penalty Law Art. 48, Order 11 Art. 15; RD-15.
public struct AnnulPenalty: Act {
    public static let name = "annul-penalty"
    public static let role = OfficerRole.recorder
    public static let fields = [
        ActField("credit_code", .creditCode, "统一社会信用代码"),
        ActField("decision_number", .text, "行政处罚决定书文号"),
        ActField("document_number", .text, "撤销、变更或者确认违法的文书号"),
        ActField("reason", .text, "理由"),
    ]

    let creditCode: CreditCode
    let decisionNumber: String
    let documentNumber: String

    public init(reading fields: ActFields) throws {
        creditCode = try fields.creditCode("credit_code")
        decisionNumber = try fields.text("decision_number")
        documentNumber = try fields.text("document_number")
        _ = try fields.text("reason")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let subject = try Subject.unit(creditCode, on: connection)
        guard let penalty = try Penalty.find(decisionNumber, of: subject.id, on: connection), !penalty.isWithdrawn
        else {
            throw Refusal(.unknownRecord, ["record": decisionNumber])
        }
        if let annulledOn = penalty.annulledOn { throw Refusal(.alreadyAnnulled, ["annulled": annulledOn.description]) }
        guard context.on >= penalty.decidedOn else {
            throw Refusal(
                .beforeTheStepBefore, ["on": context.on.description, "previous": penalty.decidedOn.description])
        }
        try penalty.addVersion(
            annulledOn: context.on, isWithdrawn: false, of: subject.id, in: context, on: connection)
        let (ended, toReexamine) = try Membership.endPenalised(
            foundedOn: penalty.recordID, of: subject.id, because: .annulled, decisionNumber: documentNumber,
            in: context,
            on: connection)
        let due = try DueDate.after(context.on, term: "annulment-publication-end-working-days", on: connection)
        return ActOutcome(
            subjectID: subject.id,
            answer: [
                "record_id": .integer(penalty.recordID),
                "ended_membership_ids": .array(ended.map { .integer($0) }),
                "reexamine_membership_ids": .array(toReexamine.map { .integer($0) }),
                "withdraw_by": .string(due.on.description),
            ])
    }
}
