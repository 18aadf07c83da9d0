public import PQ

/// Takes back a withdrawal, or the annulment of a penalty, that proved wrong: the record counts as if it had not been.
///
/// The penalised membership that ended with it goes on with its own dates. Serious listings that were re-examined meanwhile stay as their
/// officer left them. Bans and repair results are recorded again instead.
/// **Source** plan III; Order 11 Art. 15; RD-15, RD-27, RD-48.
public struct ReinstateRecord: Act {
    public static let name = "reinstate-record"
    public static let role = OfficerRole.recorder
    public static let fields = RecordUnderCorrection.fields

    let reference: RecordUnderCorrection

    public init(reading fields: ActFields) throws {
        reference = try RecordUnderCorrection(reading: fields)
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let change = try reference.findEvenWithdrawn(in: context, on: connection)
        return ActOutcome(
            subjectID: change.record.subjectID, answer: try change.reinstate(in: context, on: connection))
    }
}

extension PenalisedMembership {
    /// Takes back the end that the withdrawal or annulment of its penalty had given the newest membership, where the penalty still founds it.
    static func reinstate(_ record: Record, in context: ActContext, on connection: isolated Connection) throws
        -> [Int64]
    {
        let reinstated = try connection.values(
            """
            update lists.membership as m
            set ended_on = null, end_reason = null, end_decision_number = null, version_no = m.version_no + 1,
                act_id = \(context.actID), known_at = now()
            from records.penalty_as_known('infinity') as p
            where p.subject_id = \(record.subjectID) and p.record_id = \(record.id) and p.is_safety
                and not p.is_withdrawn and p.annulled_on is null
                and (m.subject_id = p.subject_id or m.unit_id = p.subject_id) and m.listed_on = p.decided_on
                and m.end_reason in (\(Membership.EndReason.annulled.rawValue), \(Membership.EndReason.corrected.rawValue))
                and m.membership_id = (
                    select max(n.membership_id)
                    from lists.membership as n
                    where n.subject_id = m.subject_id and n.founding_record_id = p.record_id and n.list_code = 'penalised'
                )
            returning m.membership_id
            """,
            as: Int64.self)
        try Membership.keepVersions(of: "\(context.actID)", on: connection)
        return reinstated
    }
}
