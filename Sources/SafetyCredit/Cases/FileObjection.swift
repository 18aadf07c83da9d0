public import PQ

/// Records a subject's objection to the facts of a penalty record.
///
/// **Source** plan III; RD-23.
public struct FileObjection: Act {
    public static let name = "file-objection"
    public static let role = OfficerRole.handler
    public static let fields = [
        ActField("credit_code", .creditCode, "统一社会信用代码"),
        ActField("decision_number", .text, "所异议的行政处罚决定书文号"),
        ActField("statement", .text, "异议内容"),
    ]

    let creditCode: CreditCode
    let decisionNumber: String
    let statement: String

    public init(reading fields: ActFields) throws {
        creditCode = try fields.creditCode("credit_code")
        decisionNumber = try fields.text("decision_number")
        statement = try fields.text("statement")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let subject = try Subject.unit(creditCode, on: connection)
        guard let penalty = try Penalty.find(decisionNumber, of: subject.id, on: connection), !penalty.isWithdrawn
        else {
            throw Refusal(.unknownRecord, ["record": decisionNumber])
        }
        let caseID = try Case.open(
            .objection, .filed, subjectID: subject.id, recordID: penalty.recordID,
            agencyCode: penalty.agencyCode ?? context.officer.agencyCode, detail: ["statement": .string(statement)],
            in: context, on: connection)
        return ActOutcome(
            subjectID: subject.id, answer: ["subject_id": .integer(subject.id), "case_id": .integer(caseID)])
    }
}
