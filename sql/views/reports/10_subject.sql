create or replace view reports.subject with (security_invoker = true) as
select
    v.as_of_date,
    v.subject_id,
    v.credit_code,
    v.subject_name,
    v.kind,
    v.reporting_unit_code,
    v.reporting_unit_name,
    v.industry_code,
    v.registered_on,
    v.grade,
    v.clause_codes,
    v.evidence_ids,
    v.penalised_last_day,
    v.serious_last_day,
    v.penalty_count,
    v.fine_yuan,
    v.accident_count,
    v.death_count,
    v.certification_level,
    v.is_objection_pending,
    v.policy_stamp
from reports.subject_on((now() at time zone 'Asia/Shanghai')::date) as v;
comment on view reports.subject is '今日各单位的宽表；历史日期用 reports.subject_on(日期)。';
comment on column reports.subject.as_of_date is '统计日';
comment on column reports.subject.subject_id is '主体编号';
comment on column reports.subject.credit_code is '统一社会信用代码';
comment on column reports.subject.subject_name is '名称';
comment on column reports.subject.kind is '类别：business 生产经营单位、service_body 机构';
comment on column reports.subject.reporting_unit_code is '报送单位代码';
comment on column reports.subject.reporting_unit_name is '报送单位';
comment on column reports.subject.industry_code is '行业代码（GB/T 4754-2017）';
comment on column reports.subject.registered_on is '注册日期';
comment on column reports.subject.grade is '安全生产信用等级';
comment on column reports.subject.clause_codes is '依据条款';
comment on column reports.subject.evidence_ids is '依据记录编号';
comment on column reports.subject.penalised_last_day is 'C级截止日，未公示为空';
comment on column reports.subject.serious_last_day is 'D级截止日，未公示为空';
comment on column reports.subject.penalty_count is '处罚次数';
comment on column reports.subject.fine_yuan is '罚款合计（元）';
comment on column reports.subject.accident_count is '事故起数';
comment on column reports.subject.death_count is '死亡人数';
comment on column reports.subject.certification_level is '有效的标准化等级，无则为空';
comment on column reports.subject.is_objection_pending is '是否异议处理中';
comment on column reports.subject.policy_stamp is '口径版本';
revoke all on reports.subject from public;
grant select on reports.subject to anxin_analyst, anxin_worker, anxin_officer;
