import PQ

extension Membership {
    /// What becomes of the memberships that rest on a record which no longer counts, or not as it did.
    struct Fallen: Sendable {
        /// Penalised memberships that ended with it.
        var endedIDs: [Int64] = []
        /// Serious memberships, of the unit or its persons, that an officer must re-examine (Order 11 Art. 15).
        var toReexamine: [Membership] = []
        /// A proven publication that starts no period any more, because the decision now bears a later date (RD-16).
        var droppedPublicationOn: CivilDate?
    }

    /// Ends the penalised memberships in force that rest on a record of the subject, also those passed to its successor, and tells the
    /// serious ones.
    static func endPenalised(
        foundedOn recordID: Int64, of subjectID: Int64, because reason: EndReason, decisionNumber: String?,
        in context: ActContext, on connection: isolated Connection
    ) throws -> Fallen {
        // What another act has ended while this one waited for its row keeps that end.
        let ended = try connection.values(
            """
            update lists.membership as m
            set ended_on = \(context.on), end_reason = \(reason.rawValue), end_decision_number = \(decisionNumber),
                version_no = m.version_no + 1, act_id = \(context.actID), known_at = now()
            from lists.membership_by_law('infinity') as l
            where (m.subject_id = \(subjectID) or m.unit_id = \(subjectID)) and m.founding_record_id = \(recordID)
                and m.list_code = 'penalised'
                and m.ended_on is null
                and l.subject_id = m.subject_id and l.membership_id = m.membership_id and l.during @> \(context.on)::date
            returning m.membership_id
            """,
            as: Int64.self)
        try keepVersions(of: "\(context.actID)", on: connection)
        return Fallen(
            endedIDs: ended,
            toReexamine: try serious(
                "m.founding_record_id = \(recordID)", inMatterOf: subjectID, day: context.on, on: connection))
    }

    /// The serious memberships in force, of a unit or of persons in its matter, that meet a condition on `m`; each locked.
    static func serious(
        _ condition: Statement, inMatterOf unitID: Int64, day: CivilDate, on connection: isolated Connection
    ) throws -> [Membership] {
        try connection.values(
            """
            select m.membership_id
            from lists.membership as m
            join lists.membership_by_law('infinity') as l
                on l.subject_id = m.subject_id and l.membership_id = m.membership_id and l.during @> \(day)::date
            where (m.subject_id = \(unitID) or m.unit_id = \(unitID)) and m.list_code = 'serious'
                and m.ended_on is null and \(condition)
            order by m.membership_id
            """,
            as: Int64.self
        ).compactMap { try find($0, on: connection) }
    }
}
