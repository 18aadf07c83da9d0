create or replace view reports.grade_history as
select
    g.subject_id,
    code.value as credit_code,
    s.name as subject_name,
    g.as_of,
    g.grade,
    lag(g.grade) over (partition by g.subject_id order by g.as_of, g.known_at) as previous_grade,
    g.clause_codes,
    g.evidence_ids,
    r.policy_stamp,
    g.known_at
from lists.grade as g
join lists.grade_run as r on r.grade_run_id = g.grade_run_id
join register.subject as s on s.subject_id = g.subject_id
left join register.subject_identifier as code on code.subject_id = s.subject_id and code.scheme = 'credit_code';
comment on view reports.grade_history is '已存的等级变化：每次评定中等级或依据与上次不同的单位各一行。';
comment on column reports.grade_history.subject_id is '主体编号';
comment on column reports.grade_history.credit_code is '统一社会信用代码';
comment on column reports.grade_history.subject_name is '名称';
comment on column reports.grade_history.as_of is '评定日';
comment on column reports.grade_history.grade is '等级；不再评定的为空';
comment on column reports.grade_history.previous_grade is '上次所存的等级，首次为空';
comment on column reports.grade_history.clause_codes is '依据条款';
comment on column reports.grade_history.evidence_ids is '依据记录编号';
comment on column reports.grade_history.policy_stamp is '口径版本';
comment on column reports.grade_history.known_at is '评定时间';
revoke all on reports.grade_history from public;
grant select on reports.grade_history to anxin_analyst, anxin_worker, anxin_officer;
