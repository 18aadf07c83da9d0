public import PQ

/// Withdraws a record that should never have been made: it counts for no day, and nothing is erased (RD-48).
///
/// **Source** plan III; RD-27, RD-48.
public struct WithdrawRecord: Act {
    public static let name = "withdraw-record"
    public static let role = OfficerRole.recorder
    public static let fields = RecordUnderCorrection.fields

    let reference: RecordUnderCorrection

    public init(reading fields: ActFields) throws {
        reference = try RecordUnderCorrection(reading: fields)
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let change = try reference.find(in: context, on: connection)
        return ActOutcome(
            subjectID: change.record.subjectID, answer: try change.withdraw(in: context, on: connection))
    }
}
