drop function if exists lists.criterion_a1_failure(date, timestamptz, date) cascade;

create or replace function lists.criterion_a1_failure(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    with event as (
        select a.subject_id, a.record_id,
            (a.occurred_on + (criterion_a1_failure.rules).a1_accident_term)::date as until_on
        from lists.counted_accident(criterion_a1_failure.rules, criterion_a1_failure.known_at, criterion_a1_failure.last_event_on) as a
        union all
        select p.subject_id, p.record_id,
            (p.decided_on + (criterion_a1_failure.rules).a1_penalty_term)::date
        from lists.counted_penalty(criterion_a1_failure.rules, criterion_a1_failure.known_at, criterion_a1_failure.last_event_on) as p
        where p.breaks_a1
    )
    select e.subject_id, 'A1', array_agg(e.record_id order by e.record_id), max(e.until_on)
    from event as e
    group by e.subject_id;
end;
comment on function lists.criterion_a1_failure(law.rule_set, timestamptz, date) is
'Units that fail the first line of A: a fatal accident they answer for within 2 years, or any penalty within 5 years.
An accident whose report is not approved yet also bars A (RD-21); a repaired penalty still does (RD-28); an annulled one no longer does (RD-15).
Shape: one row per unit with the accidents and penalties; until_on is the last day on which the newest of them counts.
Source: plan IV A 1; RD-07 (counted forward, last day inside), RD-08, RD-12.';
revoke all on function lists.criterion_a1_failure(law.rule_set, timestamptz, date) from public;
grant execute on function lists.criterion_a1_failure(law.rule_set, timestamptz, date) to anxin_worker;
