-- Working-day notices: the temporary table working_day_exception holds data/working-day-exceptions.csv (day, kind, name, notice_year).
-- Days of issue as generally known; only their order matters, and only where two notices name the same day.
insert into law.calendar_notice (notice_code, notice_year, issued_on, title)
select e.notice_year::text, e.notice_year, coalesce(known.issued_on, make_date(e.notice_year - 1, 12, 1)),
    '国务院办公厅关于' || e.notice_year || '年部分节假日安排的通知'
from (select distinct x.notice_year from pg_temp.working_day_exception as x) as e
left join (values
    (2018, date '2017-11-30'), (2019, date '2018-12-06'), (2020, date '2019-11-21'), (2021, date '2020-11-25'), (2022, date '2021-10-25'),
    (2023, date '2022-12-08'), (2024, date '2023-10-25'), (2025, date '2024-11-12'), (2026, date '2025-11-04')
) as known (notice_year, issued_on) on known.notice_year = e.notice_year
on conflict (notice_code) do nothing;

insert into law.calendar_exception (notice_code, day, is_working_day, name)
select e.notice_year::text, e.day, e.kind = 'work', e.name
from pg_temp.working_day_exception as e
on conflict (notice_code, day) do nothing;

select law.rebuild_calendar();
