drop function if exists lists.criterion_a2(date, timestamptz, date) cascade;

create or replace function lists.criterion_a2(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    select c.subject_id, 'A2', array_agg(c.record_id order by c.record_id), max(c.valid_to)
    from lists.counted_certification(criterion_a2.rules, criterion_a2.known_at, criterion_a2.last_event_on) as c
    where c.level <= 2
    group by c.subject_id;
end;
comment on function lists.criterion_a2(law.rule_set, timestamptz, date) is
'Units certified at level one or two on the day.
Shape: one row per unit with the certificates; until_on is the last valid day of the longest.
Source: plan IV A 2.';
revoke all on function lists.criterion_a2(law.rule_set, timestamptz, date) from public;
grant execute on function lists.criterion_a2(law.rule_set, timestamptz, date) to anxin_worker;
