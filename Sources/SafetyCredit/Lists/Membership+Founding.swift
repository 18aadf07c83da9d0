import PQ

extension Membership {
    /// What becomes of the memberships that rest on a record which no longer counts.
    struct Fallen: Sendable {
        /// Penalised memberships that ended with it.
        let endedIDs: [Int64]
        /// Serious memberships, of the unit or its persons, that an officer must re-examine (Order 11 Art. 15).
        let toReexamine: [Membership]
    }

    /// Ends the penalised memberships in force that rest on a record of the subject, and tells the serious ones.
    static func endPenalised(
        foundedOn recordID: Int64, of subjectID: Int64, because reason: EndReason, decisionNumber: String?,
        in context: ActContext, on connection: isolated Connection
    ) throws -> Fallen {
        let founded = try connection.rows(
            """
            select m.membership_id, m.list_code
            from lists.membership as m
            where (m.subject_id = \(subjectID) or m.unit_id = \(subjectID)) and m.founding_record_id = \(recordID)
                and m.during @> \(context.on)::date and m.ended_on is null
            order by m.membership_id
            """,
            as: (Int64, ListCode).self
        )
        let penalised = founded.filter { $0.1 == .penalised }.map(\.0)
        try connection.execute(
            """
            update lists.membership as m
            set ended_on = \(context.on), end_reason = \(reason.rawValue), end_decision_number = \(decisionNumber),
                version_no = m.version_no + 1, act_id = \(context.actID), known_at = now()
            where m.subject_id = \(subjectID) and m.membership_id = any (\(penalised))
            """
        )
        try keepVersions(of: "\(context.actID)", on: connection)
        return Fallen(
            endedIDs: penalised,
            toReexamine: try founded.filter { $0.1 == .serious }.compactMap { try find($0.0, on: connection) })
    }
}
