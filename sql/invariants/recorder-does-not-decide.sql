-- 没有人对自己记录的事实作出列入、异议或者撤销的决定。
-- Nobody decides a listing, an objection or a revocation that rests on a fact he recorded.
select d.subject_id, d.case_id as about_id, d.officer_code || ' #' || v.record_id as fact
from cases.step as d
join cases.procedure_case as c on c.subject_id = d.subject_id and c.case_id = d.case_id
left join lists.membership as m on m.subject_id = c.subject_id and m.membership_id = c.about_membership_id
join records.record_version as v
    on v.subject_id = coalesce(m.unit_id, c.subject_id) and v.record_id = coalesce(c.about_record_id, m.founding_record_id)
where d.step_code = 'decided'
    and c.procedure_code in ('listing', 'objection', 'revocation')
    and v.officer_code = d.officer_code
    and v.act_id < d.act_id;
