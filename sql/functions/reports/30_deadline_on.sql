drop function if exists reports.deadline_on(date) cascade;

create function reports.deadline_on(as_of date)
returns table (
    as_of_date date,
    deadline_kind text,
    is_notice boolean,
    subject_id bigint,
    subject_name text,
    about_id bigint,
    agency_code text,
    agency_name text,
    officer_code text,
    due_on date,
    days_left integer,
    is_provisional boolean,
    is_overdue boolean,
    channel_name text
)
language sql stable
security definer set search_path = pg_catalog, pg_temp
-- To compile this plan takes seconds, to run it a tenth of one.
set jit = off
begin atomic
    with present as (
        -- The queue is today's: of a day before the last reconciliation it tells nothing.
        select coalesce(max(c.reconciled_on) <= deadline_on.as_of, true) as is_asked
        from publication.channel as c
    ),
    in_force as materialized (
        select m.subject_id, m.membership_id, m.list_code, m.agency_code, m.listed_on, m.published_on, m.during, m.ended_on
        from lists.membership_in_force(deadline_on.as_of, 'infinity', deadline_on.as_of) as m
    ),
    queued as materialized (
        select distinct on (n.subject_id, n.membership_id, n.channel_code)
            n.subject_id, n.membership_id, n.channel_code, n.action, n.due_on, n.is_due_provisional
        from publication.item as n
        where (select p.is_asked from present as p)
        order by n.subject_id, n.membership_id, n.channel_code, n.version desc
    ),
    -- The first day on which a removal can be applied for: twelve months full, and for the serious list no ban that runs.
    first_application as (
        select m.subject_id, m.membership_id, m.agency_code,
            greatest((m.listed_on + removal.term)::date, ban.last_day + 1) as first_day
        from in_force as m
        -- One regime governs every day: a left join says so to the planner.
        left join law.removal_term() as removal on removal.governs @> m.listed_on
        left join lateral (
            select max(coalesce(b.last_day, 'infinity')) as last_day
            from records.ban_as_known('infinity') as b
            where m.list_code = 'serious' and b.subject_id = m.subject_id and not b.is_withdrawn
                and b.starts_on <= (m.listed_on + removal.term)::date
        ) as ban on true
    ),
    deadline as (
        select replace(o.procedure_code, '_', '-') || '-' || array_to_string(o.owed_codes, '-or-') as deadline_kind,
            false as is_notice, o.subject_id, o.case_id as about_id, o.agency_code, o.handler_code as officer_code, o.due_on,
            o.is_provisional, null as channel_code
        from cases.open_deadline(deadline_on.as_of) as o
        union all
        select 'publication-' || q.action || '-' || q.channel_code, false, q.subject_id, q.membership_id, m.agency_code, null,
            q.due_on, q.is_due_provisional, q.channel_code
        from queued as q
        join lists.membership as m on m.subject_id = q.subject_id and m.membership_id = q.membership_id
        where q.due_on is not null
        union all
        -- What the next reconciliation will queue: a deadline does not wait for it.
        select 'publication-' || n.action || '-' || n.channel_code, false, n.subject_id, n.membership_id, m.agency_code, null,
            n.due_on, n.is_due_provisional, n.channel_code
        from publication.difference(deadline_on.as_of) as n
        join lists.membership as m on m.subject_id = n.subject_id and m.membership_id = n.membership_id
        where n.action in ('publish', 'withdraw') and n.due_on is not null and (select p.is_asked from present as p)
            and not exists (
                select from queued as q
                where q.subject_id = n.subject_id and q.membership_id = n.membership_id and q.channel_code = n.channel_code
            )
        union all
        select 'management-period-ends', true, m.subject_id, m.membership_id, m.agency_code, null, upper(m.during) - 1, false, null
        from in_force as m
        where m.ended_on is null and upper(m.during) - 1 <= deadline_on.as_of + 60
        union all
        select 'removal-can-be-applied-for', true, f.subject_id, f.membership_id, f.agency_code, null, f.first_day, false, null
        from first_application as f
        where f.first_day between deadline_on.as_of and deadline_on.as_of + 60
    )
    select deadline_on.as_of, d.deadline_kind, d.is_notice, d.subject_id, s.name, d.about_id, d.agency_code, a.name,
        d.officer_code, d.due_on, d.due_on - deadline_on.as_of, d.is_provisional,
        not d.is_notice and coalesce(d.due_on < deadline_on.as_of, false), channel.name
    from deadline as d
    left join publication.channel as channel on channel.channel_code = d.channel_code
    join register.subject as s on s.subject_id = d.subject_id
    join ops.agency as a on a.agency_code = d.agency_code
    where d.agency_code = any ((select ops.agencies_in_reach())::text[]);
end;
comment on function reports.deadline_on(date) is
'某日尚未办结的期限：程序步骤、公示与撤下；以及提醒：六十日内到期的管理期限、六十日内可以申请提前移出。均由日期推出，事由消失即自行消失。公示与撤下的期限只列到最近一次比对之日及以后：更早的日期不列。
Shape: one row per open step or notice. deadline_kind 种类：程序-所欠步骤、publication-动作-渠道、management-period-ends、removal-can-be-applied-for；is_notice 仅为提醒，不会逾期；about_id 案件或名单成员编号；agency_code、agency_name 责任机关；officer_code 承办人；due_on 最后一日，工作日历未覆盖时为空；days_left 剩余天数；is_provisional 放假通知未出，期限暂定；is_overdue 已逾期；channel_name 公示或撤下所在的渠道，其他种类为空。';
revoke all on function reports.deadline_on(date) from public;
grant execute on function reports.deadline_on(date) to anxin_analyst, anxin_worker, anxin_officer;
