drop function if exists lists.clause_window(date, timestamptz, date) cascade;

create function lists.clause_window(as_of date, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_id bigint, since_on date, until_on date)
language sql stable parallel safe
begin atomic
    select m.subject_id, m.clause_code, coalesce(m.founding_record_id, m.membership_id), m.listed_on, upper(m.during) - 1
    from lists.membership_in_force(clause_window.as_of, clause_window.known_at, clause_window.last_event_on) as m
    where m.list_code = 'serious'
    union all
    select c.subject_id, c.clause_code, c.evidence_id, c.since_on, c.until_on
    from lists.counted_penalised(clause_window.as_of, clause_window.known_at, clause_window.last_event_on) as c
    union all
    select a.subject_id, 'A1', a.record_id, a.occurred_on,
        (a.occurred_on + (select law.window_term('a1-accident-months', clause_window.as_of)))::date
    from lists.counted_accident(clause_window.as_of, clause_window.known_at, clause_window.last_event_on) as a
    union all
    select p.subject_id, 'A1', p.record_id, p.decided_on,
        (p.decided_on + (select law.window_term('a1-penalty-months', clause_window.as_of)))::date
    from lists.counted_penalty(clause_window.as_of, clause_window.known_at, clause_window.last_event_on) as p
    where p.breaks_a1
    union all
    select p.subject_id, 'B1', p.record_id, p.decided_on,
        (p.decided_on + (select law.window_term('b1-penalty-months', clause_window.as_of)))::date
    from lists.counted_penalty(clause_window.as_of, clause_window.known_at, clause_window.last_event_on) as p
    where p.breaks_b1
    union all
    select c.subject_id, case when c.level <= 2 then 'A2' else 'B2' end, c.record_id, c.valid_from, c.valid_to
    from lists.counted_certification(clause_window.as_of, clause_window.known_at, clause_window.last_event_on) as c
    union all
    select h.subject_id, case when h.is_advanced then 'A3' else 'A4' end, h.record_id, h.awarded_on,
        case
            when h.is_advanced then
                case when (select law.policy_option('RD-09', clause_window.as_of)) <> 'b'
                    then make_date(extract(year from clause_window.as_of)::integer, 12, 31) end
            when (select law.policy_option('RD-10', clause_window.as_of)) <> 'b' then
                (h.awarded_on + (select law.window_term('a4-months', clause_window.as_of)))::date
        end
    from lists.counted_honour(clause_window.as_of, clause_window.known_at, clause_window.last_event_on) as h;
end;
comment on function lists.clause_window(date, timestamptz, date) is
'The window of every record that counts on a day: under which clause, from which day, and the last day on which it does.
An advanced unit of one year alone is here under A3 though it does not meet it yet.
Shape: one row per unit, clause and record; since_on is the event; until_on is null when no day ends it. Ask with a condition on subject_id: it reaches the records.
Source: plan IV, V(5); RD-02, RD-07.';
revoke all on function lists.clause_window(date, timestamptz, date) from public;
grant execute on function lists.clause_window(date, timestamptz, date) to anxin_worker;
