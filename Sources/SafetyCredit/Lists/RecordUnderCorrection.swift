import PQ

/// How an act of correction names its record: by the subject, the kind and the number on its document.
struct RecordUnderCorrection: Sendable {
    static let fields = [
        ActField("subject_id", .integer, required: false, "主体编号；个人用编号"),
        ActField("credit_code", .creditCode, required: false, "统一社会信用代码"),
        RecordKind.field,
        ActField("decision_number", .text, "记录的文号：处罚决定书文号、事故编号、证书编号或者文件号"),
        ActField("document_number", .text, "据以更正的文书号"),
        ActField("reason", .text, "更正的理由"),
    ]

    private let subjectID: Int64?
    private let creditCode: CreditCode?
    private let kind: RecordKind
    private let number: String
    let documentNumber: String

    init(reading fields: ActFields) throws {
        subjectID = try fields.optionalInteger("subject_id")
        creditCode = try fields.optionalCreditCode("credit_code")
        kind = try RecordKind(reading: fields)
        number = try fields.text("decision_number")
        documentNumber = try fields.text("document_number")
        _ = try fields.text("reason")
    }

    /// The record, when the officer's agency answers for it and nobody objects to it: then the objection decides (RD-39).
    ///
    /// - Throws: `Refusal.unknownSubject`, `.unknownRecord`, `.agencyNotResponsible`, `.objectionPending`.
    func find(in context: ActContext, on connection: isolated Connection) throws -> RecordChange {
        let change = try findEvenWithdrawn(in: context, on: connection)
        let record = change.record
        guard !record.isWithdrawn else { throw Refusal(.unknownRecord, ["record": number]) }
        let pending = try connection.values(
            """
            select o.case_id
            from cases.objection_pending(\(context.on)) as o
            where o.subject_id = \(record.subjectID) and o.record_id = \(record.id)
            """,
            as: Int64.self
        ).first
        if let pending { throw Refusal(.objectionPending, ["case": String(pending)]) }
        return change
    }

    /// The record, also one that counts no more, when the officer's agency answers for it.
    ///
    /// - Throws: `Refusal.unknownSubject`, `.unknownRecord`, `.agencyNotResponsible`.
    func findEvenWithdrawn(in context: ActContext, on connection: isolated Connection) throws -> RecordChange {
        let subject = try Subject.named(by: creditCode, or: subjectID, on: connection)
        let id = try Record.id(kind, number, of: subject.id, on: connection)
        let record = try Record.findEvenWithdrawn(id, of: subject.id, named: number, on: connection)
        try Case.refuseOtherAgency(than: record.agencyCode, context.officer)
        return RecordChange(record: record, reason: .corrected, documentNumber: documentNumber)
    }
}
