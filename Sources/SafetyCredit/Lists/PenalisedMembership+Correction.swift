import PQ

extension PenalisedMembership {
    /// Lets the membership follow a corrected penalty.
    ///
    /// Where the penalty now bears another date, or no longer leads to grade C, the membership is void from its first day; where it does, a
    /// new one starts on the right date. It keeps the first publication that is proven of any membership of this penalty, also of one
    /// voided before, as long as it is not older than the decision. One that a decision has ended stays as it is.
    /// - Returns: the memberships voided, the serious ones to re-examine, and a publication that is now older than the decision.
    /// **Source** plan V(5); RD-02, RD-16, RD-27.
    static func follow(
        _ record: Record, decisionNumber: String, in context: ActContext, on connection: isolated Connection
    ) throws -> Membership.Fallen {
        let ended = try connection.values(
            """
            update lists.membership as m
            set ended_on = m.listed_on, end_reason = \(Membership.EndReason.corrected.rawValue),
                end_decision_number = \(decisionNumber), expired_on = null, version_no = m.version_no + 1,
                act_id = \(context.actID), known_at = now()
            from records.penalty_as_known('infinity') as p
            where p.subject_id = \(record.subjectID) and p.record_id = \(record.id)
                and (m.subject_id = p.subject_id or m.unit_id = p.subject_id) and m.founding_record_id = p.record_id
                and m.list_code = 'penalised' and m.ended_on is null
                and (not p.is_safety or m.subject_id = p.subject_id and p.decided_on <> m.listed_on)
            returning m.membership_id
            """,
            as: Int64.self)
        let founded = try connection.values(
            """
            insert into lists.membership (subject_id, list_code, clause_code, decision_number, agency_code, listed_on,
                published_on, period_months, founding_record_id, version_no, act_id, known_at)
            select p.subject_id, 'penalised', 'C1', p.decision_number, a.agency_code, p.decided_on, published.on_day,
                longest.value, p.record_id, 1, \(context.actID), now()
            from records.penalty_as_known('infinity') as p
            join register.subject as s on s.subject_id = p.subject_id and s.kind <> 'person'
            join ops.agency as a on a.agency_code = p.agency_code and a.is_emergency_department
            join law.parameter_regime('management-months') as longest on longest.governs @> p.decided_on
            left join lateral (
                select min(m.published_on) as on_day
                from lists.membership as m
                where m.subject_id = p.subject_id and m.founding_record_id = p.record_id
                    and m.list_code = 'penalised' and m.published_on >= p.decided_on
            ) as published on true
            where p.subject_id = \(record.subjectID) and p.record_id = \(record.id) and p.is_safety
                and (p.annulled_on is null or p.annulled_on > \(context.on)) and not p.is_withdrawn
                and not exists (
                    select from lists.membership as m
                    where m.subject_id = p.subject_id and m.founding_record_id = p.record_id
                        and m.list_code = 'penalised' and m.end_reason is distinct from 'corrected'
                )
            returning published_on
            """,
            as: CivilDate?.self)
        try Membership.keepVersions(of: "\(context.actID)", on: connection)
        return Membership.Fallen(
            endedIDs: ended,
            toReexamine: try Membership.serious(
                "m.founding_record_id = \(record.id)", inMatterOf: record.subjectID, day: context.on, on: connection),
            droppedPublicationOn: founded == [nil] ? try firstPublication(of: record, on: connection) : nil)
    }

    /// The first day on which a membership of the penalty was proven to be published, whatever its decision's date was then.
    private static func firstPublication(
        of record: Record, on connection: isolated Connection
    ) throws -> CivilDate? {
        try connection.value(
            """
            select min(m.published_on)
            from lists.membership as m
            where m.subject_id = \(record.subjectID) and m.founding_record_id = \(record.id) and m.list_code = 'penalised'
            """,
            as: CivilDate?.self)
    }

    /// Takes back the end that a credit repair had given, once its result proves wrong.
    static func revive(
        withoutRepair record: Record, in context: ActContext, on connection: isolated Connection
    ) throws {
        try connection.execute(
            """
            update lists.membership as m
            set ended_on = null, end_reason = null, end_decision_number = null, version_no = m.version_no + 1,
                act_id = \(context.actID), known_at = now()
            from records.repair_result_as_known('infinity') as r
            where r.subject_id = \(record.subjectID) and r.record_id = \(record.id)
                and (m.subject_id = r.subject_id or m.unit_id = r.subject_id)
                and m.founding_record_id = r.penalty_record_id
                and m.list_code = 'penalised' and m.end_reason = \(Membership.EndReason.repaired.rawValue)
            """
        )
        try Membership.keepVersions(of: "\(context.actID)", on: connection)
    }
}
