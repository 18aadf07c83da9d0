create or replace function law.rebuild_calendar() returns void
language sql volatile
begin atomic
    delete from law.calendar_day;

    insert into law.calendar_day (day, is_working_day, working_day_no, is_provisional)
    with span as (
        select make_date(min(n.notice_year), 1, 1) as first_day, make_date(max(n.notice_year) + 10, 12, 31) as last_day
        from law.calendar_notice as n
    ),
    decided as (
        select distinct on (e.day) e.day, e.is_working_day
        from law.calendar_exception as e
        join law.calendar_notice as n on n.notice_code = e.notice_code
        order by e.day, n.issued_on desc, n.notice_code desc
    ),
    days as (
        select
            g.at::date as day,
            coalesce(d.is_working_day, extract(isodow from g.at) < 6) as is_working_day,
            extract(year from g.at)::integer as year,
            extract(month from g.at) = 12 and extract(day from g.at) >= 25 as is_late_december
        from span
        cross join lateral generate_series(span.first_day::timestamp, span.last_day::timestamp, interval '1 day') as g (at)
        left join decided as d on d.day = g.at::date
    )
    select
        days.day,
        days.is_working_day,
        sum(days.is_working_day::integer) over (order by days.day),
        not exists (select from law.calendar_notice as n where n.notice_year = days.year)
        or (
            days.is_late_december
            and not exists (select from law.calendar_notice as n where n.notice_year = days.year + 1)
        )
    from days;
end;
comment on function law.rebuild_calendar() is
'Derives law.calendar_day from the notices: Monday to Friday work unless the latest notice that names the day says otherwise.
A day is provisional while its year has no notice, and so is a day from 25 December on while the next year has none, because that notice may move it (RD-38).
Shape: nothing; rows from 1 January of the first noticed year to ten years after the last.';
revoke all on function law.rebuild_calendar() from public;
grant execute on function law.rebuild_calendar() to anxin_worker;
