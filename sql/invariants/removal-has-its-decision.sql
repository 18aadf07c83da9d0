-- 每一次提前结束都有决定文号；每一次提前移出都有当日准予的案件。
-- Every membership that ended before its time names the decision that ended it, and every early removal has a case granted that day.
select m.subject_id, m.membership_id as about_id, m.end_reason as fact
from lists.membership as m
where m.ended_on is not null
    and (
        coalesce(m.end_decision_number, '') !~ '\S'
        or (
            m.end_reason = 'early_removal'
            and not exists (
                select from cases.procedure_case as c
                join cases.step as s on s.subject_id = c.subject_id and s.case_id = c.case_id
                where c.subject_id = m.subject_id
                    and c.about_membership_id = m.membership_id
                    and c.procedure_code = 'early_removal'
                    and s.step_code = 'decided'
                    and s.outcome = 'granted'
                    and s.done_on = m.ended_on
            )
        )
    );
