public import PQ

/// Records a subject's objection to the facts of a record.
///
/// **Source** plan III; RD-23.
public struct FileObjection: Act {
    public static let name = "file-objection"
    public static let role = Procedure.objection.rule(for: .filed).role
    public static let fields = [
        ActField("credit_code", .creditCode, "统一社会信用代码"),
        ActField("decision_number", .text, "所异议的记录的文号：处罚决定书文号、事故编号、证书编号或者文件号"),
        RecordKind.field,
        ActField("statement", .text, "异议内容"),
    ]

    let creditCode: CreditCode
    let kind: RecordKind
    let number: String
    let statement: String

    public init(reading fields: ActFields) throws {
        creditCode = try fields.creditCode("credit_code")
        kind = try RecordKind(reading: fields)
        number = try fields.text("decision_number")
        statement = try fields.text("statement")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let subject = try Subject.unit(creditCode, on: connection)
        try refuseListing(of: subject, on: connection)
        let record = try Record.find(kind, number, of: subject.id, on: connection)
        let (caseID, owed) = try Case.open(
            .objection, .filed,
            about: Case.Matter(subjectID: subject.id, recordID: record.id, agencyCode: record.agencyCode),
            detail: ["statement": .string(statement)], in: context, on: connection)
        return ActOutcome(
            subjectID: subject.id,
            answer: owed.answer.merging(["subject_id": .integer(subject.id), "case_id": .integer(caseID)]) { $1 })
    }

    /// An objection is against the facts of a record; a decision goes to review or court.
    private func refuseListing(of subject: Subject, on connection: isolated Connection) throws {
        let isListing = try connection.value(
            """
            select exists (
                select from lists.membership as m
                where m.subject_id = \(subject.id) and m.list_code = 'serious' and m.decision_number = \(number)
            )
            """,
            as: Bool.self)
        guard !isListing else { throw Refusal(.listingNotDisputed, ["record": number]) }
    }
}
