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
        select c.procedure_code || '-' || last_step.step_code as deadline_kind, c.subject_id, c.case_id as about_id,
            c.agency_code, c.handler_code as officer_code, last_step.next_due_on as due_on,
            last_step.is_next_due_provisional as is_provisional
        from cases.procedure_case as c
        join lateral (
            select s.step_code, s.next_due_on, s.is_next_due_provisional
            from cases.step as s
            where s.subject_id = c.subject_id and s.case_id = c.case_id and s.done_on <= deadline_on.as_of
            order by s.step_no desc
            limit 1
        ) as last_step on last_step.next_due_on is not null
        union all
        select 'publication-' || i.action || '-' || i.channel_code, i.subject_id, i.membership_id,
            m.agency_code, null, i.due_on, i.is_due_provisional
        from publication.item as i
        join lists.membership as m on m.subject_id = i.subject_id and m.membership_id = i.membership_id
        where i.due_on is not null
        union all
        select 'management-period-ends', m.subject_id, m.membership_id, m.agency_code, null, upper(m.during) - 1, false
        from lists.membership_in_force(deadline_on.as_of, 'infinity', deadline_on.as_of) as m
        where upper(m.during) - 1 <= deadline_on.as_of + 60
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
