create or replace function lists.criterion_b1_failure(as_of date, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    with rule as materialized (
        select
            make_interval(months => law.parameter_value('b1-penalty-months', criterion_b1_failure.as_of)) as term,
            law.policy_option('RD-28', criterion_b1_failure.as_of) = 'a' as repairs_count,
            law.policy_option('RD-39', criterion_b1_failure.as_of) = 'b' as objections_suspend
    )
    select p.subject_id, 'B1', array_agg(p.record_id order by p.record_id), max((p.decided_on + rule.term)::date)
    from records.penalty_counted(criterion_b1_failure.as_of, criterion_b1_failure.known_at) as p
    cross join rule
    where p.is_safety
        and p.decided_on <= criterion_b1_failure.last_event_on
        and p.decided_on + rule.term >= criterion_b1_failure.as_of
        and not p.is_withdrawn
        and (p.annulled_on is null or p.annulled_on > criterion_b1_failure.last_event_on)
        and not exists (
            select from records.repair_result_as_known(criterion_b1_failure.known_at) as r
            where rule.repairs_count
                and r.subject_id = p.subject_id
                and r.penalty_record_id = p.record_id
                and r.repaired_on <= least(criterion_b1_failure.as_of, criterion_b1_failure.last_event_on)
                and not r.is_withdrawn
        )
        and not (
            rule.objections_suspend
            and exists (
                select from cases.objection_pending(criterion_b1_failure.last_event_on) as o
                where o.subject_id = p.subject_id and o.record_id = p.record_id
            )
        )
    group by p.subject_id;
end;
comment on function lists.criterion_b1_failure(date, timestamptz, date) is
'Units with a safety penalty within 1 year; a repaired one leaves the test on the day of its repair (RD-28).
Shape: one row per unit with the penalties; until_on is the last day on which the newest counts.
Source: plan IV B 1; RD-07, RD-12.';
revoke all on function lists.criterion_b1_failure(date, timestamptz, date) from public;
grant execute on function lists.criterion_b1_failure(date, timestamptz, date) to anxin_worker;
