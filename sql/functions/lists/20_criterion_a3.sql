drop function if exists lists.criterion_a3(date, timestamptz, date) cascade;

create or replace function lists.criterion_a3(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    with honoured as (
        select
            h.subject_id,
            h.record_id,
            count(*) over year_before + count(*) over year_after > 0 as has_neighbour
        from lists.counted_honour(criterion_a3.rules, criterion_a3.known_at, criterion_a3.last_event_on) as h
        where h.is_advanced
        window
            year_before as (partition by h.subject_id order by h.honoured_year range between 1 preceding and 1 preceding),
            year_after as (partition by h.subject_id order by h.honoured_year range between 1 following and 1 following)
    )
    select
        h.subject_id,
        'A3',
        array_agg(h.record_id order by h.record_id),
        case when not (criterion_a3.rules).honours_of_any_year_count
            then make_date(extract(year from (criterion_a3.rules).as_of)::integer, 12, 31) end
    from honoured as h
    where h.has_neighbour
    group by h.subject_id;
end;
comment on function lists.criterion_a3(law.rule_set, timestamptz, date) is
'Units honoured as advanced unit at city level or above in two years running: for each of the two calendar years before the year of the day, or by policy b in any two (RD-09).
Shape: one row per unit with the honours; until_on is 31 December of the year of the day, null by policy b.
Source: plan IV A 3.';
revoke all on function lists.criterion_a3(law.rule_set, timestamptz, date) from public;
grant execute on function lists.criterion_a3(law.rule_set, timestamptz, date) to anxin_worker;
