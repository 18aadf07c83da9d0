create or replace function lists.criterion_a3(as_of date, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    select
        h.subject_id,
        'A3',
        array_agg(h.record_id order by h.record_id),
        make_date(extract(year from criterion_a3.as_of)::integer, 12, 31)
    from records.honour_as_known(criterion_a3.known_at) as h
    where h.kind = 'advanced_unit'
        and h.level in ('national', 'province', 'city')
        and h.honoured_year between extract(year from criterion_a3.as_of) - 2 and extract(year from criterion_a3.as_of) - 1
        and h.awarded_on <= least(criterion_a3.as_of, criterion_a3.last_event_on)
        and not h.is_withdrawn
    group by h.subject_id
    having count(distinct h.honoured_year) = 2;
end;
comment on function lists.criterion_a3(date, timestamptz, date) is
'Units honoured as advanced unit at city level or above for each of the two calendar years before the year of the day (RD-09).
Shape: one row per unit with the honours; until_on is 31 December of the year of the day.
Source: plan IV A 3.';
revoke all on function lists.criterion_a3(date, timestamptz, date) from public;
grant execute on function lists.criterion_a3(date, timestamptz, date) to anxin_worker;
