create or replace function law.working_day_due(starts_on date, working_days integer, out due_on date, out is_provisional boolean)
language sql stable parallel safe
return (
    select row(due.day, due.is_provisional or provisional.until_then)
    from law.calendar_day as start
    join law.calendar_day as due on due.is_working_day and due.working_day_no = start.working_day_no + working_days
    cross join lateral (
        select coalesce(bool_or(d.is_provisional), false) as until_then
        from law.calendar_day as d
        where d.day > start.day and d.day <= due.day
    ) as provisional
    where start.day = starts_on
);
comment on function law.working_day_due(date, integer) is
'The last day of a term of working days: the start day never counts, the N-th working day after it is in time until its 24:00 (RD-01).
Shape: due_on; is_provisional when a day of the term may still be moved by a notice (RD-38). Both null where the calendar does not reach.
For one case; for sets join law.calendar_day on working_day_no.';
revoke all on function law.working_day_due(date, integer) from public;
grant execute on function law.working_day_due(date, integer) to anxin_worker, anxin_officer;
