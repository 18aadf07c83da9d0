-- Purpose: steps taken before cases.owed_step existed owe what the same steps owe now; done ones are not touched.
-- Locks: none but those of an insert. Time on 1 M subjects: a second for 100,000 cases.
insert into cases.owed_step (subject_id, case_id, step_no, owed_codes, term_code)
select s.subject_id, s.case_id, s.step_no, owed.codes, owed.term
from cases.step as s
join cases.procedure_case as c on c.subject_id = s.subject_id and c.case_id = s.case_id
join (
    values ('listing', 'notice_served', array['defence_heard', 'defence_waived'], 'defence-working-days'),
        ('listing', 'defence_heard', array['decided'], 'decision-after-defence-working-days'),
        ('listing', 'defence_waived', array['decided'], 'decision-after-defence-working-days'),
        ('objection', 'filed', array['accepted', 'refused'], 'objection-acceptance-working-days')
) as owed (procedure_code, step_code, codes, term) on owed.procedure_code = c.procedure_code and owed.step_code = s.step_code
where not exists (
    select from cases.step as later
    where later.subject_id = s.subject_id and later.case_id = s.case_id and later.step_no > s.step_no
)
on conflict (subject_id, case_id, step_no, owed_codes) do nothing;
