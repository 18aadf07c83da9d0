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
begin atomic
    select
        e.subject_id,
        e.membership_id,
        m.list_code,
        s.name,
        e.channel_code,
        e.state,
        first_shown.delivered_on,
        coalesce(first_shown.due_on, case when open.action = 'publish' then open.due_on end),
        greatest(coalesce(first_shown.delivered_on, publication_proof.as_of)
            - coalesce(first_shown.due_on, case when open.action = 'publish' then open.due_on end), 0),
        gone.delivered_on,
        coalesce(gone.due_on, case when open.action = 'withdraw' then open.due_on end),
        greatest(coalesce(gone.delivered_on, publication_proof.as_of)
            - coalesce(gone.due_on, case when open.action = 'withdraw' then open.due_on end), 0),
        open.action,
        open.attempt_count,
        open.last_fault
    from publication.entry as e
    join lists.membership as m on m.subject_id = e.subject_id and m.membership_id = e.membership_id
    join register.subject as s on s.subject_id = e.subject_id
    left join lateral (
        select d.delivered_on, d.due_on
        from publication.delivery as d
        where d.subject_id = e.subject_id and d.membership_id = e.membership_id and d.channel_code = e.channel_code
            and d.action = 'publish' and d.outcome = 'done'
        order by d.version, d.delivered_at
        limit 1
    ) as first_shown on true
    left join lateral (
        select d.delivered_on, d.due_on
        from publication.delivery as d
        where d.subject_id = e.subject_id and d.membership_id = e.membership_id and d.channel_code = e.channel_code
            and d.action = 'withdraw' and d.outcome = 'done' and e.state = 'absent'
        order by d.version desc, d.delivered_at desc
        limit 1
    ) as gone on true
    left join lateral (
        select i.action, i.due_on, i.attempt_count, i.last_fault
        from publication.item as i
        where i.subject_id = e.subject_id and i.membership_id = e.membership_id and i.channel_code = e.channel_code
        order by i.version desc
        limit 1
    ) as open on true;
end;
comment on function reports.publication_proof(date) is
'每个名单成员在每个渠道的公示证明：何时证实已示、何时证实已撤、是否逾期。
Shape: one row per entry and channel. state absent 未示、shown 已示、unknown 不明；first_shown_on 首次证实公示日；publish_due_on 应公示的最后一日；publish_days_late 逾期天数；gone_on 证实撤下日；withdraw_due_on 应撤下的最后一日；withdraw_days_late 逾期天数；open_action 未完成的动作；attempt_count 已尝试次数；last_fault 最近的故障。';
revoke all on function reports.publication_proof(date) from public;
grant execute on function reports.publication_proof(date) to anxin_analyst, anxin_worker, anxin_officer;
