drop function if exists reports.deadline_on(date) cascade;

create function reports.deadline_on(as_of date)
returns table (
    as_of_date date,
    deadline_kind text,
    subject_id bigint,
    subject_name text,
    about_id bigint,
    agency_name text,
    officer_code text,
    due_on date,
    days_left integer,
    is_provisional boolean,
    is_overdue boolean
)
language sql stable
security definer set search_path = pg_catalog, pg_temp
begin atomic
    with deadline as (
        select o.procedure_code || '-' || o.step_code as deadline_kind, o.subject_id, o.case_id as about_id, o.agency_code,
            o.handler_code as officer_code, o.due_on, o.is_provisional
        from cases.open_deadline(deadline_on.as_of) as o
        union all
        select 'publication-' || i.action || '-' || i.channel_code, i.subject_id, i.membership_id,
            m.agency_code, null, i.due_on, i.is_due_provisional
        from (
            select distinct on (n.subject_id, n.membership_id, n.channel_code)
                n.subject_id, n.membership_id, n.channel_code, n.action, n.due_on, n.is_due_provisional
            from publication.item as n
            order by n.subject_id, n.membership_id, n.channel_code, n.version desc
        ) as i
        join lists.membership as m on m.subject_id = i.subject_id and m.membership_id = i.membership_id
        where i.due_on is not null
        union all
        select 'management-period-ends', m.subject_id, m.membership_id, m.agency_code, null, upper(m.during) - 1, false
        from lists.membership_in_force(deadline_on.as_of, 'infinity', deadline_on.as_of) as m
        where m.ended_on is null and upper(m.during) - 1 <= deadline_on.as_of + 60
    )
    select deadline_on.as_of, d.deadline_kind, d.subject_id, s.name, d.about_id, a.name, d.officer_code, d.due_on,
        d.due_on - deadline_on.as_of, d.is_provisional, d.due_on < deadline_on.as_of
    from deadline as d
    join register.subject as s on s.subject_id = d.subject_id
    join ops.agency as a on a.agency_code = d.agency_code;
end;
comment on function reports.deadline_on(date) is
'某日尚未办结的期限：程序步骤、公示与撤下、六十日内到期的管理期限。
Shape: one row per open step. deadline_kind 期限种类；about_id 案件或名单成员编号；agency_name 责任机关；officer_code 承办人；due_on 最后一日；days_left 剩余天数；is_provisional 放假通知未出，期限暂定；is_overdue 已逾期。';
revoke all on function reports.deadline_on(date) from public;
grant execute on function reports.deadline_on(date) to anxin_analyst, anxin_worker, anxin_officer;
