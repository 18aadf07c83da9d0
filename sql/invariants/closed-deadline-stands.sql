-- 已办结步骤的期限保持办结时的日期：除非其后载入了放假通知，否则与今日推算的一致。
-- The due date of a step that is done is the one it had: today's calendar gives the same, unless a notice was loaded since (RD-38).
with owed as (
    select o.subject_id, o.case_id, s.step_no, s.step_code, s.was_due_on, s.known_at, min(due.day) as due_on
    from cases.owed_step as o
    join cases.step as start on start.subject_id = o.subject_id and start.case_id = o.case_id and start.step_no = o.step_no
    join cases.step as s
        on s.subject_id = o.subject_id and s.case_id = o.case_id and s.step_no > o.step_no and s.step_code = any (o.owed_codes)
    join lateral (
        select p.value
        from law.parameter as p
        where p.parameter_code = o.term_code and p.valid_from <= start.done_on
        order by p.valid_from desc
        limit 1
    ) as term on true
    join law.calendar_day as first on first.day = start.done_on
    join law.calendar_day as due on due.is_working_day and due.working_day_no = first.working_day_no + term.value
    group by o.subject_id, o.case_id, s.step_no, s.step_code, s.was_due_on, s.known_at
)
select w.subject_id, w.case_id as about_id, w.step_code || ' ' || coalesce(w.was_due_on::text, '-') || ' ' || w.due_on as fact
from owed as w
where w.was_due_on is distinct from w.due_on
    and not exists (
        select from intake.act as a
        where a.act = 'load-calendar-notice' and a.refusal_code is null and a.known_at > w.known_at
    )
    and not exists (
        select from ops.applied_object as f where f.path like 'data/%' and f.applied_at > w.known_at
    );
