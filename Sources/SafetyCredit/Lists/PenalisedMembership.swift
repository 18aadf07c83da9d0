public import PQ

/// Memberships of the penalised list, which follow from penalties without a decision of their own.
public enum PenalisedMembership {
    /// Founds one membership for each penalty just imported that leads to grade C: a safety penalty of an emergency department on a unit.
    ///
    /// It starts on the date of the penalty decision and ends three years after publication; a penalty published before it was recorded here
    /// brings its publication date along, or by option b of RD-16 the date of its decision.
    /// **Source** plan IV C, V(5); RD-05, RD-11, RD-12, RD-16, RD-46.
    public static func found(_ context: ImportContext, on connection: isolated Connection) throws {
        try connection.execute(
            """
            insert into lists.membership (subject_id, list_code, clause_code, decision_number, agency_code, listed_on,
                published_on, period_months, founding_record_id, version_no, act_id, known_at)
            select s.subject_id, 'penalised', 'C1', s.decision_number, a.agency_code, s.decided_on,
                case when s.published_on is not null and clock.option_code = 'b' then s.decided_on else s.published_on end,
                longest.value, s.record_id, 1, s.act_id, now()
            from staged_penalty as s
            join ops.agency as a on a.name = s.agency_name and a.is_emergency_department
            join law.policy_regime('RD-16') as clock on clock.governs @> s.decided_on
            join law.parameter_regime('management-months') as longest on longest.governs @> s.decided_on
            where s.act_id is not null and s.is_safety
            """
        )
        try Membership.keepVersions(of: "select s.act_id from staged_penalty as s", on: connection)
    }
}
