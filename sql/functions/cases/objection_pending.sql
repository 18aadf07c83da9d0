drop function if exists cases.objection_pending(date) cascade;
drop function if exists cases.objection_pending(date, timestamptz) cascade;

create function cases.objection_pending(as_of date, known_at timestamptz default 'infinity')
returns table (subject_id bigint, record_id bigint, case_id bigint, filed_on date)
language sql stable parallel safe
begin atomic
    select c.subject_id, c.about_record_id, c.case_id, c.opened_on
    from cases.procedure_case as c
    join lateral (
        select s.step_code
        from cases.step as s
        where s.subject_id = c.subject_id and s.case_id = c.case_id and s.done_on <= objection_pending.as_of
            and s.known_at <= objection_pending.known_at
        order by s.step_no desc
        limit 1
    ) as last_step on last_step.step_code in ('filed', 'accepted')
    where c.procedure_code = 'objection';
end;
comment on function cases.objection_pending(date, timestamptz) is
'Objections filed or accepted and not yet decided on a day, as known at a time: the record counts and is marked 异议处理中 (RD-39).
Shape: one row per case.';
revoke all on function cases.objection_pending(date, timestamptz) from public;
grant execute on function cases.objection_pending(date, timestamptz) to anxin_worker;
