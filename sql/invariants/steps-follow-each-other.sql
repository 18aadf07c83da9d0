-- 案件的步骤编号连续、日期不倒退，作出决定后不再受理。
-- The steps of a case are numbered without a gap, their days do not go back, and each is taken once.
select s.subject_id, s.case_id as about_id, s.step_no || ' ' || s.step_code as fact
from (
    select t.subject_id, t.case_id, t.step_no, t.step_code, t.done_on,
        lag(t.done_on) over w as before_on,
        row_number() over w as place,
        count(*) over (partition by t.subject_id, t.case_id, t.step_code) as times
    from cases.step as t
    window w as (partition by t.subject_id, t.case_id order by t.step_no)
) as s
where s.done_on < s.before_on or s.place <> s.step_no or s.times > 1;
