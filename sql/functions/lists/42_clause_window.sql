create or replace function lists.clause_window(as_of date, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_id bigint, since_on date, until_on date)
language sql stable parallel safe
begin atomic
    select w.subject_id, w.clause_code, w.evidence_id, w.since_on, w.until_on
    from law.rule_set_on(clause_window.as_of) as rules
    cross join lateral (
        select m.subject_id, m.clause_code, coalesce(m.founding_record_id, m.membership_id), m.listed_on, upper(m.during) - 1
        from lists.counted_membership(rules, clause_window.known_at, clause_window.last_event_on) as m
        where m.list_code = 'serious'
        union all
        select c.subject_id, c.clause_code, c.evidence_id, c.since_on, c.until_on
        from lists.counted_penalised(rules, clause_window.known_at, clause_window.last_event_on) as c
        union all
        select a.subject_id, 'A1', a.record_id, a.occurred_on, (a.occurred_on + rules.a1_accident_term)::date
        from lists.counted_accident(rules, clause_window.known_at, clause_window.last_event_on) as a
        union all
        select p.subject_id, 'A1', p.record_id, p.decided_on, (p.decided_on + rules.a1_penalty_term)::date
        from lists.counted_penalty(rules, clause_window.known_at, clause_window.last_event_on) as p
        where p.breaks_a1
        union all
        select p.subject_id, 'B1', p.record_id, p.decided_on, (p.decided_on + rules.b1_penalty_term)::date
        from lists.counted_penalty(rules, clause_window.known_at, clause_window.last_event_on) as p
        where p.breaks_b1
        union all
        select c.subject_id, case when c.level <= 2 then 'A2' else 'B2' end, c.record_id, c.valid_from, c.valid_to
        from lists.counted_certification(rules, clause_window.known_at, clause_window.last_event_on) as c
        union all
        select h.subject_id, case when h.is_advanced then 'A3' else 'A4' end, h.record_id, h.awarded_on,
            case
                when h.is_advanced then
                    case when not rules.honours_of_any_year_count
                        then make_date(extract(year from clause_window.as_of)::integer, 12, 31) end
                when not rules.commendations_last_for_ever then
                    (h.awarded_on + rules.a4_term)::date
            end
        from lists.counted_honour(rules, clause_window.known_at, clause_window.last_event_on) as h
    ) as w (subject_id, clause_code, evidence_id, since_on, until_on);
end;
comment on function lists.clause_window(date, timestamptz, date) is
'The window of every record that counts on a day: under which clause, from which day, and the last day on which it does.
An advanced unit of one year alone is here under A3 though it does not meet it yet.
Shape: one row per unit, clause and record; since_on is the event; until_on is null when no day ends it. Ask with a condition on subject_id: it reaches the records.
Source: plan IV, V(5); RD-02, RD-07.';
revoke all on function lists.clause_window(date, timestamptz, date) from public;
grant execute on function lists.clause_window(date, timestamptz, date) to anxin_worker;
