create or replace function lists.membership_by_law(known_at timestamptz) returns setof lists.membership_version
language sql stable parallel safe
begin atomic
    select
        m.subject_id, m.membership_id, m.version_no, m.list_code, m.clause_code, m.decision_number, m.agency_code,
        m.listed_on, m.published_on, m.period_months, m.period_basis, m.unit_id, m.founding_record_id, m.case_id,
        m.restores_membership_id, m.ended_on, m.end_reason, m.end_decision_number, m.expired_on,
        case when moved.moves_to is null then m.during
            else daterange(lower(m.during), least(moved.moves_to + 1, m.ended_on)) end
            * daterange(merger.merged_on, null),
        m.act_id, m.known_at, m.capped_on,
        coalesce(moved.moves_to, m.last_day)
    from lists.membership_as_known(membership_by_law.known_at) as m
    left join law.moved_last_day() as moved on moved.last_day = m.last_day and moved.governs @> m.listed_on
    left join register.succession as merger on merger.subject_id = m.unit_id and merger.successor_id = m.subject_id;
end;
comment on function lists.membership_by_law(timestamptz) is
'Memberships as known at a time, with the days that the law gives them: the one place that says when a membership begins and ends.
last_day is the last day by months or, by option b of RD-30, the working day to which it moves; during ends with it or with the decision that ended the membership before; one that passed by a merger begins on its day (RD-29 b). The columns as stored know nothing of rest days and mergers.
Shape: rows of lists.membership_version, at most one for each subject_id, membership_id. Source: plan V(5), RD-02, RD-19, RD-29, RD-30.';
revoke all on function lists.membership_by_law(timestamptz) from public;
grant execute on function lists.membership_by_law(timestamptz) to anxin_worker;
