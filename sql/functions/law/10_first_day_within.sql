create or replace function law.first_day_within(months integer, as_of date) returns date
language sql stable parallel safe
return (
    select min(d.day)
    from (
        select (first_day_within.as_of - make_interval(months => first_day_within.months))::date + g.step as day
        from generate_series(-3, 3) as g (step)
    ) as d
    where d.day + make_interval(months => first_day_within.months) >= first_day_within.as_of
);
comment on function law.first_day_within(integer, date) is
'The earliest day from which so many months, counted forward, reach a day: an event since then still counts, the corresponding day inside (RD-07).
Counting back from the day goes wrong by as much as three days around the end of February, so each day near there is counted forward.
Shape: one date. Units: months. Call it once per statement, never per row. Source: Civil Code Art. 202; RD-07.';
revoke all on function law.first_day_within(integer, date) from public;
grant execute on function law.first_day_within(integer, date) to anxin_worker, anxin_officer;
