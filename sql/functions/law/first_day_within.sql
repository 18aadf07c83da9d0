create or replace function law.first_day_within(months integer, as_of date) returns date
language sql stable parallel safe
return (
    select min(d.day)
    from (
        select g.at::date as day
        from generate_series(
            first_day_within.as_of::timestamp - make_interval(days => first_day_within.months * 31),
            first_day_within.as_of::timestamp,
            interval '1 day') as g (at)
    ) as d
    where d.day + make_interval(months => first_day_within.months) >= first_day_within.as_of
);
comment on function law.first_day_within(integer, date) is
'The earliest day from which so many months, counted forward, reach a day: an event since then still counts, the corresponding day inside (RD-07).
It looks at each day forward, because counting back from the day goes wrong around the end of February.
Shape: one date. Units: months. Call it once per statement, never per row. Source: Civil Code Art. 202; RD-07.';
revoke all on function law.first_day_within(integer, date) from public;
grant execute on function law.first_day_within(integer, date) to anxin_worker, anxin_officer;
