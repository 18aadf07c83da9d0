public import PQ

/// Corrects a record by a new version, such as the finding of an approved accident report or the revocation of a certificate.
///
/// The earlier version stays known as it was; frozen forms are not touched (RD-27).
/// **Source** plan III; RD-21, RD-27.
public struct CorrectRecord: Act {
    public static let name = "correct-record"
    public static let role = OfficerRole.recorder
    public static let fields = RecordUnderCorrection.fields + [Correction.field]

    let reference: RecordUnderCorrection
    let correction: Correction

    public init(reading fields: ActFields) throws {
        reference = try RecordUnderCorrection(reading: fields)
        correction = try Correction(reading: fields)
        guard !correction.isEmpty else { throw Refusal(.missingField, ["field": Correction.field.name]) }
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let change = try reference.find(in: context, on: connection)
        return ActOutcome(
            subjectID: change.record.subjectID, answer: try change.correct(correction, in: context, on: connection))
    }
}
