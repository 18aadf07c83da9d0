create or replace function law.first_open_last_day(as_of date) returns date
language sql stable parallel safe
return case law.policy_option('RD-30', first_open_last_day.as_of)
    when 'b' then coalesce(
        (
            select max(d.day) + 1
            from law.calendar_day as d
            where d.is_working_day and d.day < first_open_last_day.as_of
                and exists (select from law.calendar_day as t where t.day = first_open_last_day.as_of)
        ),
        first_open_last_day.as_of)
    else first_open_last_day.as_of
end;
comment on function law.first_open_last_day(date) is
'The earliest last day that a management or publication period can have by its months and still run on a day.
By default the day itself: a burden does not grow because its last day is a rest day. By option b of RD-30 a last day on a rest day moves to the next working day, so every last day after the working day before this one still runs; a day the calendar does not reach is taken as a working day.
Shape: one date. Call it once per statement, never per row. Source: Civil Code Art. 203, RD-30.';
revoke all on function law.first_open_last_day(date) from public;
grant execute on function law.first_open_last_day(date) to anxin_worker, anxin_officer;
