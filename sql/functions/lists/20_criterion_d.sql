drop function if exists lists.criterion_d(date, timestamptz, date) cascade;

create or replace function lists.criterion_d(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    select
        m.subject_id,
        m.clause_code,
        array_agg(coalesce(m.founding_record_id, m.membership_id) order by m.membership_id),
        case when bool_or(upper_inf(m.during)) then null else max(upper(m.during)) - 1 end
    from lists.counted_membership(criterion_d.rules, criterion_d.known_at, criterion_d.last_event_on) as m
    where m.list_code = 'serious'
    group by m.subject_id, m.clause_code;
end;
comment on function lists.criterion_d(law.rule_set, timestamptz, date) is
'Memberships of the serious list in force on the day, one row per clause: grade D.
Shape: one row per subject and clause; the evidence is the penalty each rests on, or the membership where it rests on none in the register; until_on is the last day of the longest, null while one has no end yet (RD-16).
Source: plan IV D, Order 11 Arts. 6-7.';
revoke all on function lists.criterion_d(law.rule_set, timestamptz, date) from public;
grant execute on function lists.criterion_d(law.rule_set, timestamptz, date) to anxin_worker;
