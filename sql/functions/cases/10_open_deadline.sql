drop function if exists cases.open_deadline(date) cascade;

create function cases.open_deadline(as_of date)
returns table (
    subject_id bigint,
    case_id bigint,
    procedure_code text,
    step_code text,
    agency_code text,
    handler_code text,
    due_on date,
    is_provisional boolean
)
language sql stable parallel safe
begin atomic
    select c.subject_id, c.case_id, c.procedure_code, last_step.step_code, c.agency_code, c.handler_code, due.day, due.is_provisional
    from cases.procedure_case as c
    join lateral (
        select s.step_code, s.done_on, s.next_term_code
        from cases.step as s
        where s.subject_id = c.subject_id and s.case_id = c.case_id and s.done_on <= open_deadline.as_of
        order by s.step_no desc
        limit 1
    ) as last_step on last_step.next_term_code is not null
    join lateral (
        select p.value
        from law.parameter as p
        where p.parameter_code = last_step.next_term_code and p.valid_from <= last_step.done_on
        order by p.valid_from desc
        limit 1
    ) as term on true
    join law.calendar_day as start on start.day = last_step.done_on
    join law.calendar_day as due on due.is_working_day and due.working_day_no = start.working_day_no + term.value;
end;
comment on function cases.open_deadline(date) is
'The next step owed in each open case on a day, with the last day for it by the calendar as it is now.
Shape: one row per case of which a step is owed; is_provisional when a holiday notice still to come may move the day (RD-01, RD-38).';
revoke all on function cases.open_deadline(date) from public;
grant execute on function cases.open_deadline(date) to anxin_worker;
