create or replace view reports.publication with (security_invoker = true) as
select
    v.subject_id,
    v.membership_id,
    v.list_code,
    v.subject_name,
    v.channel_code,
    v.state,
    v.first_shown_on,
    v.publish_due_on,
    v.publish_days_late,
    v.gone_on,
    v.withdraw_due_on,
    v.withdraw_days_late,
    v.open_action,
    v.attempt_count,
    v.last_fault
from reports.publication_proof((now() at time zone 'Asia/Shanghai')::date) as v;
comment on view reports.publication is '截至今日每个名单成员在每个渠道的公示证明；其他日期用 reports.publication_proof(日期)。';
comment on column reports.publication.subject_id is '主体编号';
comment on column reports.publication.membership_id is '名单成员编号';
comment on column reports.publication.list_code is '名单';
comment on column reports.publication.subject_name is '名称或姓名';
comment on column reports.publication.channel_code is '渠道';
comment on column reports.publication.state is 'absent 未示、shown 已示、unknown 不明';
comment on column reports.publication.first_shown_on is '首次证实公示日';
comment on column reports.publication.publish_due_on is '应公示的最后一日';
comment on column reports.publication.publish_days_late is '公示逾期天数';
comment on column reports.publication.gone_on is '证实撤下日';
comment on column reports.publication.withdraw_due_on is '应撤下的最后一日';
comment on column reports.publication.withdraw_days_late is '撤下逾期天数';
comment on column reports.publication.open_action is '未完成的动作，无则为空';
comment on column reports.publication.attempt_count is '已尝试次数';
comment on column reports.publication.last_fault is '最近的故障';
revoke all on reports.publication from public;
grant select on reports.publication to anxin_analyst, anxin_worker, anxin_officer;
