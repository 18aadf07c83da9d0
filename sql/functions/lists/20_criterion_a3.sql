create or replace function lists.criterion_a3(as_of date, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    with rule as materialized (
        select
            law.policy_option('RD-09', criterion_a3.as_of) as option_code,
            extract(year from criterion_a3.as_of)::integer as year
    ),
    honoured as (
        select h.subject_id, h.record_id, h.honoured_year
        from records.honour_as_known(criterion_a3.known_at) as h
        cross join rule
        where h.kind = 'advanced_unit'
            and h.level in ('national', 'province', 'city')
            and h.honoured_year < rule.year
            and (rule.option_code = 'b' or h.honoured_year >= rule.year - 2)
            and h.awarded_on <= least(criterion_a3.as_of, criterion_a3.last_event_on)
            and not h.is_withdrawn
    )
    select
        h.subject_id,
        'A3',
        array_agg(distinct h.record_id),
        case rule.option_code when 'b' then null else make_date(rule.year, 12, 31) end
    from honoured as h
    join honoured as n on n.subject_id = h.subject_id and abs(n.honoured_year - h.honoured_year) = 1
    cross join rule
    group by h.subject_id, rule.option_code, rule.year;
end;
comment on function lists.criterion_a3(date, timestamptz, date) is
'Units honoured as advanced unit at city level or above in two years running: for each of the two calendar years before the year of the day, or by policy b in any two (RD-09).
Shape: one row per unit with the honours; until_on is 31 December of the year of the day, null by policy b.
Source: plan IV A 3.';
revoke all on function lists.criterion_a3(date, timestamptz, date) from public;
grant execute on function lists.criterion_a3(date, timestamptz, date) to anxin_worker;
