drop function if exists lists.criterion_b2(date, timestamptz, date) cascade;

create or replace function lists.criterion_b2(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    select c.subject_id, 'B2', array_agg(c.record_id order by c.record_id), max(c.valid_to)
    from lists.counted_certification(criterion_b2.rules, criterion_b2.known_at, criterion_b2.last_event_on) as c
    where c.level = 3
    group by c.subject_id;
end;
comment on function lists.criterion_b2(law.rule_set, timestamptz, date) is
'Units certified at level three on the day.
Shape: one row per unit with the certificates; until_on is the last valid day of the longest.
Source: plan IV B 2.';
revoke all on function lists.criterion_b2(law.rule_set, timestamptz, date) from public;
grant execute on function lists.criterion_b2(law.rule_set, timestamptz, date) to anxin_worker;
