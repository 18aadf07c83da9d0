drop function if exists lists.criterion_b1_failure(date, timestamptz, date) cascade;

create or replace function lists.criterion_b1_failure(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    select
        p.subject_id,
        'B1',
        array_agg(p.record_id order by p.record_id),
        (max(p.decided_on) + (criterion_b1_failure.rules).b1_penalty_term)::date
    from lists.counted_penalty(criterion_b1_failure.rules, criterion_b1_failure.known_at, criterion_b1_failure.last_event_on) as p
    where p.breaks_b1
    group by p.subject_id;
end;
comment on function lists.criterion_b1_failure(law.rule_set, timestamptz, date) is
'Units with a safety penalty within 1 year; a repaired one leaves the test on the day of its repair (RD-28).
Shape: one row per unit with the penalties; until_on is the last day on which the newest counts.
Source: plan IV B 1; RD-07, RD-12.';
revoke all on function lists.criterion_b1_failure(law.rule_set, timestamptz, date) from public;
grant execute on function lists.criterion_b1_failure(law.rule_set, timestamptz, date) to anxin_worker;
