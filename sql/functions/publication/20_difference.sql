drop function if exists publication.difference(date) cascade;

create function publication.difference(as_of date)
returns table (
    channel_code text,
    subject_id bigint,
    membership_id bigint,
    version bigint,
    action text,
    content jsonb,
    content_sha256 text,
    term_starts_on date,
    term_days integer,
    due_on date,
    is_due_provisional boolean
)
language sql stable parallel safe
begin atomic
    with heading as (
        -- What each channel will show once every open item has been delivered: the newest change if it is still open, else what is proven.
        -- An older item that a slow worker still holds says nothing: the channel refuses it.
        select distinct on (h.subject_id, h.membership_id, h.channel_code)
            h.subject_id, h.membership_id, h.channel_code, h.content_sha256, h.is_certain
        from (
            select i.subject_id, i.membership_id, i.channel_code, i.version, i.content_sha256, true as is_certain
            from publication.item as i
            join publication.entry as n
                on n.subject_id = i.subject_id and n.membership_id = i.membership_id and n.channel_code = i.channel_code
                    and n.last_version = i.version
            union all
            select e.subject_id, e.membership_id, e.channel_code, 0, e.shown_sha256, e.state <> 'unknown'
            from publication.entry as e
        ) as h
        order by h.subject_id, h.membership_id, h.channel_code, h.version desc
    ),
    compared as (
        select
            coalesce(w.channel_code, h.channel_code) as channel_code,
            coalesce(w.subject_id, h.subject_id) as subject_id,
            coalesce(w.membership_id, h.membership_id) as membership_id,
            w.content,
            w.content_sha256
        from publication.wanted(difference.as_of) as w
        full join heading as h
            on h.subject_id = w.subject_id and h.membership_id = w.membership_id and h.channel_code = w.channel_code
        where w.content_sha256 is distinct from h.content_sha256 or not coalesce(h.is_certain, true)
    )
    select
        c.channel_code,
        c.subject_id,
        c.membership_id,
        coalesce(e.last_version, 0) + 1,
        case when c.content is null then 'withdraw' else 'publish' end,
        c.content,
        c.content_sha256,
        term.starts_on,
        term.days,
        due.day,
        coalesce(due.is_provisional, false)
    from compared as c
    join lists.membership as m on m.subject_id = c.subject_id and m.membership_id = c.membership_id
    join lists.membership_version as first_known
        on first_known.subject_id = c.subject_id and first_known.membership_id = c.membership_id and first_known.version_no = 1
    left join publication.entry as e
        on e.subject_id = c.subject_id and e.membership_id = c.membership_id and e.channel_code = c.channel_code
    left join publication.channel_list as l on l.channel_code = c.channel_code and l.list_code = m.list_code
    cross join lateral (
        select
            case
                when c.content is null then least(upper(m.during), difference.as_of)
                when e.proven_at is null and first_known.published_on is null then m.listed_on
            end as starts_on,
            case
                when c.content is null and m.end_reason = 'revoked' then 0
                when c.content is null then l.withdraw_within
                when e.proven_at is null and first_known.published_on is null then l.publish_within
            end as days
    ) as term
    left join law.calendar_day as start on start.day = term.starts_on
    left join law.calendar_day as due
        on (term.days = 0 and due.day = term.starts_on)
        or (term.days > 0 and due.is_working_day and due.working_day_no = start.working_day_no + term.days);
end;
comment on function publication.difference(date) is
'The changes each channel needs so that it shows on a day what it must: what is wanted against the newest open item or, without one, what is proven.
Shape: one row per channel and membership that differs, with the version the change will carry. A dead item stands for its change until a person retries it. An entry in an unknown state always differs.
due_on: publish by the list''s term from the decision; withdraw by the channel''s term from the first day off, a revocation on the same day (RD-35); null for a change of content already shown, and for an entry whose publication elsewhere was recorded with it.
Source: architecture, sentence 3.';
revoke all on function publication.difference(date) from public;
grant execute on function publication.difference(date) to anxin_worker;
