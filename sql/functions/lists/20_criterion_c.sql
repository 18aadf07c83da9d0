drop function if exists lists.criterion_c(date, timestamptz, date) cascade;

create or replace function lists.criterion_c(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    select
        c.subject_id,
        c.clause_code,
        array_agg(c.evidence_id order by c.evidence_id),
        case when bool_or(c.until_on is null) then null else max(c.until_on) end
    from lists.counted_penalised(criterion_c.rules, criterion_c.known_at, criterion_c.last_event_on) as c
    group by c.subject_id, c.clause_code;
end;
comment on function lists.criterion_c(law.rule_set, timestamptz, date) is
'Memberships of the penalised list in force on the day, one row per clause: grade C.
Shape: one row per subject and clause; the evidence is the penalty each rests on, or the membership where it rests on none in the register; until_on is the last day of the longest, null while one has no end yet (RD-16).
Source: plan IV C, RD-05, RD-11, RD-12, RD-13, RD-46.';
revoke all on function lists.criterion_c(law.rule_set, timestamptz, date) from public;
grant execute on function lists.criterion_c(law.rule_set, timestamptz, date) to anxin_worker;
