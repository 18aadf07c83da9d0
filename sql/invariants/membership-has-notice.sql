-- 严重失信名单的成员，都有先行送达的告知，并听取过陈述申辩或者记录了放弃。
-- No membership of the serious list without a served notice, and a defence heard or a recorded waiver.
-- One that came with a merger or from before the register rests on the basis noted with its period instead (RD-29, RD-47).
select m.subject_id, m.membership_id as about_id, m.decision_number as fact
from lists.membership as m
where m.list_code = 'serious'
    and (m.case_id is not null or m.period_basis is null)
    and not exists (
        select from cases.step as notice
        join cases.step as defence on defence.subject_id = notice.subject_id and defence.case_id = notice.case_id
        where notice.case_id = m.case_id
            and notice.step_code = 'notice_served'
            and notice.done_on <= m.listed_on
            and defence.step_code in ('defence_heard', 'defence_waived')
            and defence.done_on between notice.done_on and m.listed_on
    );
