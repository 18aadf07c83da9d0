create or replace view reports.membership with (security_invoker = true) as
select
    v.as_of_date,
    v.subject_id,
    v.membership_id,
    v.list_code,
    v.clause_code,
    v.kind,
    v.credit_code,
    v.subject_name,
    v.reporting_unit_name,
    v.agency_name,
    v.decision_number,
    v.listed_on,
    v.published_on,
    v.period_months,
    v.last_day,
    v.days_left,
    v.removal_from,
    v.ended_on,
    v.end_reason,
    v.is_in_force
from reports.membership_on((now() at time zone 'Asia/Shanghai')::date) as v;
comment on view reports.membership is '今日的名单成员，包括已经移出的；历史日期用 reports.membership_on(日期)。';
comment on column reports.membership.as_of_date is '统计日';
comment on column reports.membership.subject_id is '主体编号';
comment on column reports.membership.membership_id is '名单成员编号';
comment on column reports.membership.list_code is '名单：penalised 被行政处理、serious 严重失信';
comment on column reports.membership.clause_code is '列入依据条款';
comment on column reports.membership.kind is '主体类别，person 为个人';
comment on column reports.membership.credit_code is '统一社会信用代码，个人为空';
comment on column reports.membership.subject_name is '名称或姓名';
comment on column reports.membership.reporting_unit_name is '报送单位，个人为空';
comment on column reports.membership.agency_name is '决定机关';
comment on column reports.membership.decision_number is '决定文号';
comment on column reports.membership.listed_on is '列入之日';
comment on column reports.membership.published_on is '公布之日，未公示为空';
comment on column reports.membership.period_months is '管理期限（月）';
comment on column reports.membership.last_day is '最后一日，未公示为空';
comment on column reports.membership.days_left is '含当日的剩余天数，不在名单内为空';
comment on column reports.membership.removal_from is '可以申请提前移出的首日';
comment on column reports.membership.ended_on is '提前结束后的首日，无则为空';
comment on column reports.membership.end_reason is '结束原因，无则为空';
comment on column reports.membership.is_in_force is '当日是否在名单内';
revoke all on reports.membership from public;
grant select on reports.membership to anxin_analyst, anxin_worker, anxin_officer;
