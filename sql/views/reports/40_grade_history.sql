create or replace view reports.grade_history with (security_invoker = true) as
select
    v.subject_id,
    v.credit_code,
    v.subject_name,
    v.as_of,
    v.grade,
    v.previous_grade,
    v.clause_codes,
    v.evidence_ids,
    v.policy_stamp,
    v.known_at
from reports.stored_grade() as v;
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
