create or replace function lists.criterion_a1_failure(as_of date, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    with rule as materialized (
        select
            make_interval(months => law.parameter_value('a1-accident-months', criterion_a1_failure.as_of)) as accident_term,
            make_interval(months => law.parameter_value('a1-penalty-months', criterion_a1_failure.as_of)) as penalty_term,
            law.policy_option('RD-12', criterion_a1_failure.as_of) = 'b' as only_safety_counts,
            law.policy_option('RD-21', criterion_a1_failure.as_of) = 'b' as open_deaths_do_not_count,
            law.policy_option('RD-39', criterion_a1_failure.as_of) = 'b' as objections_suspend
    ),
    event as (
        select a.subject_id, a.record_id, (a.occurred_on + rule.accident_term)::date as until_on
        from records.accident_as_known(criterion_a1_failure.known_at) as a
        cross join rule
        where a.occurred_on <= criterion_a1_failure.last_event_on
            and a.occurred_on + rule.accident_term >= criterion_a1_failure.as_of
            and a.death_count > 0
            and not a.is_withdrawn
            and case
                when a.report_approved_on is null or a.report_approved_on > criterion_a1_failure.last_event_on
                    then not rule.open_deaths_do_not_count or (a.report_approved_on is null and a.responsibility = 'responsible')
                else a.responsibility <> 'not_responsible'
            end
        union all
        select p.subject_id, p.record_id, (p.decided_on + rule.penalty_term)::date
        from records.penalty_counted(criterion_a1_failure.as_of, criterion_a1_failure.known_at) as p
        cross join rule
        where p.decided_on <= criterion_a1_failure.last_event_on
            and p.decided_on + rule.penalty_term >= criterion_a1_failure.as_of
            and not p.is_withdrawn
            and (p.annulled_on is null or p.annulled_on > criterion_a1_failure.last_event_on)
            and (p.is_safety or not rule.only_safety_counts)
            and not (
                rule.objections_suspend
                and exists (
                    select from cases.objection_pending(criterion_a1_failure.last_event_on) as o
                    where o.subject_id = p.subject_id and o.record_id = p.record_id
                )
            )
    )
    select e.subject_id, 'A1', array_agg(e.record_id order by e.record_id), max(e.until_on)
    from event as e
    group by e.subject_id;
end;
comment on function lists.criterion_a1_failure(date, timestamptz, date) is
'Units that fail the first line of A: a fatal accident they answer for within 2 years, or any penalty within 5 years.
An accident whose report is not approved yet also bars A (RD-21); a repaired penalty still does (RD-28); an annulled one no longer does (RD-15).
Shape: one row per unit with the accidents and penalties; until_on is the last day on which the newest of them counts.
Source: plan IV A 1; RD-07 (counted forward, last day inside), RD-08, RD-12.';
revoke all on function lists.criterion_a1_failure(date, timestamptz, date) from public;
grant execute on function lists.criterion_a1_failure(date, timestamptz, date) to anxin_worker;
