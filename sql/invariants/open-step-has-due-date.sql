-- 每一个未办结的步骤都有期限；工作日历未覆盖的标为暂定。
-- Every step that is owed has a due date, or is provisional where the calendar does not reach; and every undecided case owes a step.
select o.subject_id, o.case_id as about_id, array_to_string(o.owed_codes, ' ') as fact
from cases.open_deadline((now() at time zone 'Asia/Shanghai')::date) as o
where o.due_on is null and not o.is_provisional
union all
select o.subject_id, o.case_id, o.term_code
from cases.owed_step as o
join cases.step as s on s.subject_id = o.subject_id and s.case_id = o.case_id and s.step_no = o.step_no
where not exists (
    select from law.parameter as p where p.parameter_code = o.term_code and p.valid_from <= s.done_on
)
union all
select c.subject_id, c.case_id, c.procedure_code
from cases.procedure_case as c
where not exists (
        select from cases.step as s
        where s.subject_id = c.subject_id and s.case_id = c.case_id and s.step_code in ('decided', 'refused', 'moot')
    )
    and not exists (
        select from cases.owed_step as o
        where o.subject_id = c.subject_id
            and o.case_id = c.case_id
            and o.step_no = (
                select max(s.step_no) from cases.step as s where s.subject_id = c.subject_id and s.case_id = c.case_id
            )
    );
