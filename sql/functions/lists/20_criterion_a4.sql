drop function if exists lists.criterion_a4(date, timestamptz, date) cascade;

create or replace function lists.criterion_a4(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    select
        h.subject_id,
        'A4',
        array_agg(h.record_id order by h.record_id),
        case when not (criterion_a4.rules).commendations_last_for_ever
            then (max(h.awarded_on) + (criterion_a4.rules).a4_term)::date end
    from lists.counted_honour(criterion_a4.rules, criterion_a4.known_at, criterion_a4.last_event_on) as h
    where not h.is_advanced
    group by h.subject_id;
end;
comment on function lists.criterion_a4(law.rule_set, timestamptz, date) is
'Units commended or publicised as a model at city level or above within 2 years, or by policy b at any time (RD-10).
Shape: one row per unit with the honours; until_on is the last day on which the newest counts, null by policy b.
Source: plan IV A 4; RD-07.';
revoke all on function lists.criterion_a4(law.rule_set, timestamptz, date) from public;
grant execute on function lists.criterion_a4(law.rule_set, timestamptz, date) to anxin_worker;
