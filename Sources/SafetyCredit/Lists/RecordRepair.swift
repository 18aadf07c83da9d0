public import PQ

/// Records a credit-repair result for a penalty: grade C of that penalty ends on this day.
///
/// The fact still bars grade A for five years, and a serious listing is not ended by it.
/// **Source** NDRC order 36 Art. 3; RD-28.
public struct RecordRepair: Act {
    public static let name = "record-repair"
    public static let role = OfficerRole.recorder
    public static let fields = [
        ActField("subject_id", .integer, required: false, "主体编号；个人用编号"),
        ActField("credit_code", .creditCode, required: false, "统一社会信用代码"),
        ActField("decision_number", .text, "行政处罚决定书文号"),
        ActField("result_number", .text, "修复结果编号"),
        ActField("source", .text, "结果来源，如 信用中国"),
    ]

    let subjectID: Int64?
    let creditCode: CreditCode?
    let decisionNumber: String
    let resultNumber: String
    let source: String

    public init(reading fields: ActFields) throws {
        subjectID = try fields.optionalInteger("subject_id")
        creditCode = try fields.optionalCreditCode("credit_code")
        decisionNumber = try fields.text("decision_number")
        resultNumber = try fields.text("result_number")
        source = try fields.text("source")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let subject = try Subject.named(by: creditCode, or: subjectID, on: connection)
        guard let penalty = try Penalty.find(decisionNumber, of: subject.id, on: connection), !penalty.isWithdrawn
        else { throw Refusal(.unknownRecord, ["record": decisionNumber]) }
        guard context.on >= penalty.decidedOn else {
            throw Refusal(
                .beforeTheStepBefore, ["on": context.on.description, "previous": penalty.decidedOn.description])
        }
        if let annulledOn = penalty.annulledOn, annulledOn <= context.on {
            throw Refusal(.alreadyAnnulled, ["annulled": annulledOn.description])
        }
        let recordID = try Record.claim(
            "\(resultNumber)|\(penalty.recordID)", .repair, of: subject.id, named: resultNumber, on: connection)
        try connection.execute(
            """
            insert into records.repair_result (subject_id, record_id, version_no, penalty_record_id, repaired_on, source,
                result_number, officer_code, act_id, known_at)
            values (\(subject.id), \(recordID), 1, \(penalty.recordID), \(context.on), \(source), \(resultNumber),
                \(context.officer.code), \(context.actID), now())
            """
        )
        let ended = try Membership.endPenalised(
            foundedOn: penalty.recordID, of: subject.id, because: .repaired, decisionNumber: resultNumber, in: context,
            on: connection
        ).endedIDs
        return ActOutcome(
            subjectID: subject.id,
            answer: [
                "record_id": .integer(recordID), "penalty_record_id": .integer(penalty.recordID),
                "ended_membership_ids": .array(ended.map { .integer($0) }),
            ])
    }
}
