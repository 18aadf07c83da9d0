public import PQ

/// Decides an objection: the record is kept, changed, or deleted because it does not agree with the facts.
///
/// A changed record gets a new version, a deleted one counts no more for any day; lists and grade follow in the same transaction.
/// **Source** plan III; RD-23, RD-39.
public struct DecideObjection: Act {
    public static let name = "decide-objection"
    private static let rule = Procedure.objection.rule(for: .decided)
    public static let role = rule.role
    public static let fields = [
        CaseReference.field,
        ActField("decision", .choice(rule.outcomes.map(\.rawValue)), "变更、删除或者继续保留"),
        ActField("opinion", .text, "书面意见"),
        ActField("document_number", .text, required: false, "答复文号；不给则取下一号"),
        Correction.field,
    ]

    let reference: CaseReference
    let decision: Case.Outcome
    let opinion: String
    let documentNumber: String?
    let correction: Correction

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
        decision = try fields.outcome("decision", of: Self.rule)
        opinion = try fields.text("opinion")
        documentNumber = try fields.optionalText("document_number")
        correction = try Correction(reading: fields)
        guard (decision == .change) != correction.isEmpty else {
            throw Refusal(
                decision == .change ? .missingField : .unknownField, ["field": Correction.field.name])
        }
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let objection = try Case.find(reference, [.objection], on: connection)
        let record = try Record.findEvenWithdrawn(objection.recordID, of: objection.subjectID, on: connection)
        try objection.require(.decided, recordedBy: record.recorderCodes, in: context)
        let number = try DocumentNumber.settle(
            documentNumber, for: .objectionAnswer, of: objection.subjectID, in: context, on: connection)
        let owed = try objection.take(
            .decided, outcome: decision, recordedBy: record.recorderCodes,
            detail: ["opinion": .string(opinion), "document_number": .string(number)], in: context, on: connection)
        let change = RecordChange(record: record, reason: .objection, documentNumber: number)
        var answer = owed.answer
        switch decision {
        case .change: answer.merge(try change.correct(correction, in: context, on: connection)) { $1 }
        case .delete: answer.merge(try change.withdraw(in: context, on: connection)) { $1 }
        default: break
        }
        answer["document_number"] = .string(number)
        answer["case_id"] = .integer(objection.id)
        return ActOutcome(subjectID: objection.subjectID, answer: answer)
    }
}
