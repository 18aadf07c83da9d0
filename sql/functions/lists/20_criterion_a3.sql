create or replace function lists.criterion_a3(as_of date, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    with honoured as (
        select h.subject_id, h.record_id, h.honoured_year
        from lists.counted_honour(criterion_a3.as_of, criterion_a3.known_at, criterion_a3.last_event_on) as h
        where h.is_advanced
    )
    select
        h.subject_id,
        'A3',
        array_agg(distinct h.record_id),
        case (select law.policy_option('RD-09', criterion_a3.as_of))
            when 'b' then null else make_date(extract(year from criterion_a3.as_of)::integer, 12, 31) end
    from honoured as h
    join honoured as n on n.subject_id = h.subject_id and abs(n.honoured_year - h.honoured_year) = 1
    group by h.subject_id;
end;
comment on function lists.criterion_a3(date, timestamptz, date) is
'Units honoured as advanced unit at city level or above in two years running: for each of the two calendar years before the year of the day, or by policy b in any two (RD-09).
Shape: one row per unit with the honours; until_on is 31 December of the year of the day, null by policy b.
Source: plan IV A 3.';
revoke all on function lists.criterion_a3(date, timestamptz, date) from public;
grant execute on function lists.criterion_a3(date, timestamptz, date) to anxin_worker;
