drop function if exists reports.publication_proof(date) cascade;

create function reports.publication_proof(as_of date)
returns table (
    subject_id bigint,
    membership_id bigint,
    list_code text,
    subject_name text,
    channel_code text,
    state text,
    first_shown_on date,
    publish_due_on date,
    publish_days_late integer,
    gone_on date,
    withdraw_due_on date,
    withdraw_days_late integer,
    open_action text,
    attempt_count integer,
    last_fault text
)
language sql stable
security definer set search_path = pg_catalog, pg_temp
-- To compile this plan takes seconds, to run it a tenth of one.
set jit = off
begin atomic
    with present as (
        -- Queue and difference are today's: of a day before the last reconciliation only the deliveries tell.
        select coalesce(max(c.reconciled_on) <= publication_proof.as_of, true) as is_asked
        from publication.channel as c
    ),
    unqueued as materialized (
        -- Changes that are due and that no reconciliation has queued yet: a job that did not run hides no lateness.
        select d.subject_id, d.membership_id, d.channel_code, d.action, d.due_on
        from publication.difference(publication_proof.as_of) as d
        where d.action in ('publish', 'withdraw') and (select p.is_asked from present as p)
    ),
    -- A full join, which is hashed: of the unqueued the planner expects one row, and would look through them for every entry.
    place as (
        select
            coalesce(e.subject_id, u.subject_id) as subject_id,
            coalesce(e.membership_id, u.membership_id) as membership_id,
            coalesce(e.channel_code, u.channel_code) as channel_code,
            case when e.subject_id is null then 'absent' when p.is_asked then e.state end as state,
            u.action as unqueued_action,
            u.due_on as unqueued_due_on
        from publication.entry as e
        full join unqueued as u
            on u.subject_id = e.subject_id and u.membership_id = e.membership_id and u.channel_code = e.channel_code
        cross join present as p
    ),
    stated as (
        select p.subject_id, p.membership_id, p.channel_code, p.unqueued_action, p.unqueued_due_on,
            coalesce(p.state, case newest.action when 'publish' then 'shown' else 'absent' end) as state
        from place as p
        left join lateral (
            select d.action
            from publication.delivery as d
            where p.state is null and d.subject_id = p.subject_id and d.membership_id = p.membership_id
                and d.channel_code = p.channel_code and d.outcome = 'done' and d.delivered_on <= publication_proof.as_of
            order by d.version desc
            limit 1
        ) as newest on true
    ),
    proof as (
        select
            p.*,
            case when first_shown.delivered_on <= publication_proof.as_of then first_shown.delivered_on end as first_shown_on,
            first_shown.due_on as first_shown_due_on,
            case when gone.delivered_on <= publication_proof.as_of then gone.delivered_on end as gone_on,
            gone.due_on as gone_due_on,
            coalesce(p.unqueued_action, item.action) as open_action,
            case when p.unqueued_action is null then item.due_on else p.unqueued_due_on end as open_due_on,
            item.attempt_count,
            item.last_fault
        from stated as p
        -- The last day of the first publication follows from the decision: it was known before the proof.
        left join lateral (
            select d.delivered_on, d.due_on
            from publication.delivery as d
            where d.subject_id = p.subject_id and d.membership_id = p.membership_id and d.channel_code = p.channel_code
                and d.action = 'publish' and d.outcome = 'done'
            order by d.version, d.delivered_at
            limit 1
        ) as first_shown on true
        -- A withdrawal proven later tells of the day only that it was due by then.
        left join lateral (
            select d.delivered_on, d.due_on
            from publication.delivery as d
            where d.subject_id = p.subject_id and d.membership_id = p.membership_id and d.channel_code = p.channel_code
                and d.action = 'withdraw' and d.outcome = 'done'
                and case when d.delivered_on <= publication_proof.as_of then p.state = 'absent'
                    else p.state = 'shown' and d.due_on <= publication_proof.as_of end
            order by d.version desc, d.delivered_at desc
            limit 1
        ) as gone on true
        left join lateral (
            select i.action, i.due_on, i.attempt_count, i.last_fault
            from publication.item as i
            where i.subject_id = p.subject_id and i.membership_id = p.membership_id and i.channel_code = p.channel_code
                and (select n.is_asked from present as n)
            order by i.version desc
            limit 1
        ) as item on true
    ),
    dated as (
        select
            p.*,
            coalesce(p.first_shown_due_on, case when p.open_action = 'publish' then p.open_due_on end) as publish_due_on,
            coalesce(p.gone_due_on, case when p.open_action = 'withdraw' then p.open_due_on end) as withdraw_due_on
        from proof as p
    )
    select
        p.subject_id,
        p.membership_id,
        m.list_code,
        s.name,
        p.channel_code,
        p.state,
        p.first_shown_on,
        p.publish_due_on,
        case when p.publish_due_on is not null
            then greatest(coalesce(p.first_shown_on, publication_proof.as_of) - p.publish_due_on, 0) end,
        p.gone_on,
        p.withdraw_due_on,
        case when p.withdraw_due_on is not null
            then greatest(coalesce(p.gone_on, publication_proof.as_of) - p.withdraw_due_on, 0) end,
        p.open_action,
        p.attempt_count,
        p.last_fault
    from dated as p
    join lists.membership as m on m.subject_id = p.subject_id and m.membership_id = p.membership_id
        and m.listed_on <= publication_proof.as_of
    join register.subject as s on s.subject_id = p.subject_id
    join register.subject as reported on reported.subject_id = case when s.kind = 'person' then m.unit_id else m.subject_id end
    left join ops.reporting_unit as unit on unit.reporting_unit_code = reported.reporting_unit_code
    where array[m.agency_code, unit.agency_code] && (select ops.agencies_in_reach());
end;
comment on function reports.publication_proof(date) is
'每个名单成员在每个渠道的公示证明：何时证实已示、何时证实已撤、是否逾期。
Shape: one row per entry and channel. state absent 未示、shown 已示、unknown 不明；first_shown_on 首次证实公示日；publish_due_on 应公示的最后一日；publish_days_late 逾期天数，法律未定期限的为空；gone_on 证实撤下日；withdraw_due_on 应撤下的最后一日；withdraw_days_late 逾期天数；open_action 未完成的动作（含尚未入队的）；attempt_count 已尝试次数；last_fault 最近的故障。早于最近一次比对之日的，只依截至该日的送达：没有 unknown，也没有未完成的动作。';
revoke all on function reports.publication_proof(date) from public;
grant execute on function reports.publication_proof(date) to anxin_analyst, anxin_worker, anxin_officer;
