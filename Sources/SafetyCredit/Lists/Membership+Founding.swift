import PQ

extension Membership {
    /// Ends the penalised memberships in force that rest on a record of the subject.
    ///
    /// Returns the ids ended, and the serious memberships resting on the same record, which an officer must re-examine (Order 11 Art. 15).
    static func endPenalised(
        foundedOn recordID: Int64, of subjectID: Int64, because reason: EndReason, decisionNumber: String?,
        in context: ActContext, on connection: isolated Connection
    ) throws -> (ended: [Int64], toReexamine: [Int64]) {
        let founded = try connection.rows(
            """
            select m.membership_id, m.list_code
            from lists.membership as m
            where m.subject_id = \(subjectID) and m.founding_record_id = \(recordID) and m.during @> \(context.on)::date
                and m.ended_on is null
            order by m.membership_id
            """,
            as: (Int64, String).self
        )
        let penalised = founded.filter { $0.1 == "penalised" }.map(\.0)
        try connection.execute(
            """
            update lists.membership as m
            set ended_on = \(context.on), end_reason = \(reason.rawValue), end_decision_number = \(decisionNumber),
                version_no = m.version_no + 1, act_id = \(context.actID), known_at = now()
            where m.subject_id = \(subjectID) and m.membership_id = any (\(penalised))
            """
        )
        try keepVersions(of: "\(context.actID)", on: connection)
        return (penalised, founded.filter { $0.1 == "serious" }.map(\.0))
    }
}
