create or replace view reports.deadline with (security_invoker = true) as
select
    v.as_of_date,
    v.deadline_kind,
    v.is_notice,
    v.subject_id,
    v.subject_name,
    v.about_id,
    v.agency_code,
    v.agency_name,
    v.officer_code,
    v.due_on,
    v.days_left,
    v.is_provisional,
    v.is_overdue,
    v.channel_name
from reports.deadline_on((now() at time zone 'Asia/Shanghai')::date) as v;
comment on view reports.deadline is '今日尚未办结的期限和提醒；其他日期用 reports.deadline_on(日期)。';
comment on column reports.deadline.as_of_date is '统计日';
comment on column reports.deadline.deadline_kind is '种类：程序和所欠步骤、公示动作和渠道、提醒';
comment on column reports.deadline.is_notice is '仅为提醒，不会逾期';
comment on column reports.deadline.subject_id is '主体编号';
comment on column reports.deadline.subject_name is '名称或姓名';
comment on column reports.deadline.about_id is '案件或名单成员编号';
comment on column reports.deadline.agency_code is '责任机关代码';
comment on column reports.deadline.agency_name is '责任机关';
comment on column reports.deadline.officer_code is '承办人，未定为空';
comment on column reports.deadline.due_on is '最后一日；工作日历未覆盖时为空';
comment on column reports.deadline.days_left is '剩余天数，负数为逾期';
comment on column reports.deadline.is_provisional is '放假通知未出，期限暂定';
comment on column reports.deadline.is_overdue is '是否逾期';
comment on column reports.deadline.channel_name is '公示或撤下所在的渠道；其他种类为空';
revoke all on reports.deadline from public;
grant select on reports.deadline to anxin_analyst, anxin_worker, anxin_officer;
