public import PQ

/// Decides an objection: the record is kept, or deleted because it does not agree with the facts.
///
/// A deleted record counts no more for any day; the penalised membership that rests on it ends on the day of the decision.
/// **Source** plan III; RD-23, RD-39.
public struct DecideObjection: Act {
    public enum Decision: String, CaseIterable, Sendable {
        case keep, delete
    }

    public static let name = "decide-objection"
    public static let role = OfficerRole.decider
    public static let fields = [
        CaseReference.field,
        ActField("decision", .choice(Decision.allCases.map(\.rawValue)), "继续保留或者删除"),
        ActField("opinion", .text, "书面意见"),
        ActField("document_number", .text, required: false, "答复文号；不给则取下一号"),
    ]

    let reference: CaseReference
    let decision: Decision
    let opinion: String
    let documentNumber: String?

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
        decision = try fields.choice("decision", of: Decision.self)
        opinion = try fields.text("opinion")
        documentNumber = try fields.optionalText("document_number")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let objection = try Case.find(reference, .objection, on: connection)
        guard let penalty = try Penalty.find(recordID: objection.recordID, of: objection.subjectID, on: connection)
        else {
            throw Refusal(.unknownRecord, ["record": objection.recordID.map(String.init) ?? "?"])
        }
        try objection.refuseOtherAgency(context.officer)
        guard context.officer.code != penalty.officerCode else {
            throw Refusal(.recorderDecides, ["officer": penalty.officerCode])
        }
        let number = try DocumentNumber.settle(
            documentNumber, for: .objectionAnswer, of: objection.subjectID, in: context, on: connection)
        try objection.take(
            .decided, after: [.accepted], outcome: decision.rawValue,
            detail: ["opinion": .string(opinion), "document_number": .string(number)], in: context,
            on: connection)
        var answer: [String: JSONValue] = [
            "case_id": .integer(objection.id), "document_number": .string(number),
        ]
        if decision == .delete {
            try penalty.addVersion(
                annulledOn: penalty.annulledOn, isWithdrawn: true, of: objection.subjectID, in: context, on: connection)
            let (ended, toReexamine) = try Membership.endPenalised(
                foundedOn: penalty.recordID, of: objection.subjectID, because: .objection,
                decisionNumber: number,
                in: context, on: connection)
            answer["ended_membership_ids"] = .array(ended.map { .integer($0) })
            answer["reexamine_membership_ids"] = .array(toReexamine.map { .integer($0) })
        }
        return ActOutcome(subjectID: objection.subjectID, answer: answer)
    }
}
