public import PQ

/// Records that a unit and its persons were told of an intended listing, with grounds, basis, measures and rights.
///
/// **Source** Order 11 Arts. 3, 6, 7, 9; RD-45.
public struct GiveNotice: Act {
    public static let name = "give-notice"
    public static let role = Procedure.listing.rule(for: .noticeServed).role
    public static let fields = [
        ActField("credit_code", .creditCode, "统一社会信用代码"),
        ActField("clause", .text, "拟列入的条款，如 DO1"),
        ActField("penalty_decision_number", .text, "作为依据的行政处罚决定书文号"),
        ActField("document_number", .text, required: false, "告知书文号；不给则取下一号"),
    ]

    let creditCode: CreditCode
    let clauseCode: String
    let penaltyDecisionNumber: String
    let documentNumber: String?

    public init(reading fields: ActFields) throws {
        creditCode = try fields.creditCode("credit_code")
        clauseCode = try fields.text("clause")
        penaltyDecisionNumber = try fields.text("penalty_decision_number")
        documentNumber = try fields.optionalText("document_number")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let subject = try Subject.unit(creditCode, on: connection)
        let isListing = try connection.value(
            "select exists (select from law.clause as c where c.clause_code = \(clauseCode) and c.grade = 'D')",
            as: Bool.self)
        guard isListing else { throw Refusal(.unknownClause, ["clause": clauseCode]) }
        guard let penalty = try Penalty.find(penaltyDecisionNumber, of: subject.id, on: connection),
            penalty.stands(on: context.on)
        else { throw Refusal(.penaltyMissing, ["record": penaltyDecisionNumber]) }
        // First what it rests on: a penalty of no emergency department has no agency here that could act.
        try penalty.requireGround(of: clauseCode, at: subject.id, on: context.on, connection)
        let agencyCode = penalty.agencyCode ?? ""
        try Case.refuseOtherAgency(than: agencyCode, context.officer)
        let number = try DocumentNumber.settle(
            documentNumber, for: .priorNotice, of: subject.id, in: context, on: connection)
        let (caseID, owed) = try Case.open(
            .listing, .noticeServed,
            about: Case.Matter(
                subjectID: subject.id, recordID: penalty.recordID, clauseCode: clauseCode, agencyCode: agencyCode),
            detail: ["document_number": .string(number)], in: context, on: connection)
        return ActOutcome(
            subjectID: subject.id,
            answer: owed.answer.merging([
                "subject_id": .integer(subject.id), "case_id": .integer(caseID), "document_number": .string(number),
            ]) { $1 })
    }
}
