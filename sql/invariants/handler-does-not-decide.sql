-- 没有案件由经手人自己决定。
-- No case is decided by an officer who took an earlier step of it.
select d.subject_id, d.case_id as about_id, d.officer_code || ' ' || h.step_code as fact
from cases.step as d
join cases.step as h on h.subject_id = d.subject_id and h.case_id = d.case_id and h.step_no < d.step_no
where d.step_code = 'decided' and h.officer_code = d.officer_code;
