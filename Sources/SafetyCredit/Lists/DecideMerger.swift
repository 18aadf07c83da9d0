public import PQ

/// Decides what becomes of the membership of an absorbed unit: a new case against the successor, or nothing.
///
/// A new case is an ordinary listing case, with its own notice and defence.
/// **Source** RD-29.
public struct DecideMerger: Act {
    public static let name = "decide-merger"
    private static let rule = Procedure.merger.rule(for: .decided)
    public static let role = rule.role
    public static let fields = [
        CaseReference.field,
        ActField("decision", .choice(rule.outcomes.map(\.rawValue)), "对承继单位另行立案，或者不转移"),
        ActField("opinion", .text, "书面意见"),
    ]

    let reference: CaseReference
    let decision: Case.Outcome
    let opinion: String

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
        decision = try fields.outcome("decision", of: Self.rule)
        opinion = try fields.text("opinion")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let merger = try Case.find(reference, [.merger], on: connection)
        let owed = try merger.take(
            .decided, outcome: decision, detail: ["opinion": .string(opinion)], in: context, on: connection)
        return ActOutcome(
            subjectID: merger.subjectID, answer: owed.answer.merging(["case_id": .integer(merger.id)]) { $1 })
    }
}
