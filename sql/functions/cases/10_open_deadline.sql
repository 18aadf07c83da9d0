drop function if exists cases.open_deadline(date) cascade;

create function cases.open_deadline(as_of date)
returns table (
    subject_id bigint,
    case_id bigint,
    procedure_code text,
    step_code text,
    owed_codes text[],
    agency_code text,
    handler_code text,
    due_on date,
    is_provisional boolean
)
language sql stable parallel safe
begin atomic
    select c.subject_id, c.case_id, c.procedure_code, s.step_code, o.owed_codes, c.agency_code, c.handler_code, due.day,
        due.day is null or exists (
            select from law.calendar_day as d where d.day > s.done_on and d.day <= due.day and d.is_provisional
        )
    from cases.owed_step as o
    join cases.step as s on s.subject_id = o.subject_id and s.case_id = o.case_id and s.step_no = o.step_no
    join cases.procedure_case as c on c.subject_id = o.subject_id and c.case_id = o.case_id
    left join lateral (
        select p.value
        from law.parameter as p
        where p.parameter_code = o.term_code and p.valid_from <= s.done_on
        order by p.valid_from desc
        limit 1
    ) as term on true
    left join law.calendar_day as start on start.day = s.done_on
    left join law.calendar_day as due on due.is_working_day and due.working_day_no = start.working_day_no + term.value
    where s.done_on <= open_deadline.as_of
        and not exists (
            select from cases.step as later
            where later.subject_id = o.subject_id
                and later.case_id = o.case_id
                and later.step_no > o.step_no
                and later.done_on <= open_deadline.as_of
                and (later.step_code = any (o.owed_codes) or later.step_code in ('refused', 'moot'))
        )
        and not exists (
            select from cases.moot_case(open_deadline.as_of) as m
            where m.subject_id = c.subject_id and m.case_id = c.case_id
        );
end;
comment on function cases.open_deadline(date) is
'Every step owed in every case on a day, with the last day for it by the calendar as it is now.
Shape: one row per step owed: any of owed_codes ends it. step_code is the step that owes it; is_provisional when a holiday notice still to come may move the day, and due_on is null where the calendar does not reach (RD-01, RD-38). A case that has lost its object owes nothing.';
revoke all on function cases.open_deadline(date) from public;
grant execute on function cases.open_deadline(date) to anxin_worker;
