drop function if exists publication.difference(date) cascade;

create function publication.difference(as_of date)
returns table (
    channel_code text,
    subject_id bigint,
    membership_id bigint,
    version bigint,
    action text,
    content json,
    content_sha256 text,
    content_stamp bigint,
    term_starts_on date,
    term_days integer,
    due_on date,
    is_due_provisional boolean,
    is_first_publication boolean
)
language sql stable parallel safe
begin atomic
    with rule as materialized (
        select
            law.parameter_value('penalty-publication-working-days', difference.as_of) as publish_penalised_within,
            law.parameter_value('listing-publication-working-days', difference.as_of) as publish_serious_within,
            law.parameter_value('removal-publication-end-working-days', difference.as_of) as withdraw_within,
            law.parameter_value('annulment-publication-end-working-days', difference.as_of) as withdraw_annulled_within
    ),
    -- Materialized, both: else the digest is taken anew, and the content read, for every day of the calendar that a change is joined to.
    compared as materialized (
        select
            s.subject_id,
            s.membership_id,
            c.channel_code,
            e.last_version,
            e.proven_at,
            case when place.channel_code is not null then s.content end as content,
            case when place.channel_code is not null then s.content_sha256 end as content_sha256,
            s.content_stamp,
            e.last_stamp,
            -- What the channel will show once its newest change is delivered, if that is still open; else what is proven. An older item
            -- that a slow worker still holds says nothing: the channel refuses it.
            case when i.item_id is not null then i.content_sha256 else e.shown_sha256 end as heading_sha256,
            i.item_id is not null or e.state is distinct from 'unknown' as is_certain,
            -- Nobody has begun to tell the channel of it: nothing was ever sent, and its only change has never been tried.
            e.state = 'absent' and i.state in ('ready', 'waiting') and i.attempt_count = 0
                and not exists (
                    select from publication.batch as b
                    where b.channel_code = i.channel_code and b.batch_id = i.batch_id and b.lease_token is not null
                )
                and not exists (
                    select from publication.item as o
                    where o.subject_id = i.subject_id and o.membership_id = i.membership_id and o.channel_code = i.channel_code
                        and o.version < i.version
                ) as is_untold
        from (
            select x.*, w.content, w.content_sha256
            from publication.suspect(difference.as_of) as x
            left join lateral publication.entry_content(difference.as_of, x.subject_id, x.membership_id) as w
                on x.content_stamp is not null
            offset 0
        ) as s
        cross join publication.channel as c
        left join lateral publication.channel_of(s.list_code, s.is_person, s.is_open_on_platform) as place
            on place.channel_code = c.channel_code
        left join publication.entry as e
            on e.subject_id = s.subject_id and e.membership_id = s.membership_id and e.channel_code = c.channel_code
        left join publication.item as i
            on i.subject_id = e.subject_id and i.membership_id = e.membership_id and i.channel_code = e.channel_code
                and i.version = e.last_version
    ),
    change as materialized (
        select
            c.*,
            case
                when c.content_sha256 is not distinct from c.heading_sha256 and c.is_certain then 'keep'
                when c.content is null and c.is_untold then 'forget'
                when c.content is null then 'withdraw'
                else 'publish'
            end as action
        from compared as c
        where c.content_sha256 is distinct from c.heading_sha256 or not c.is_certain
            or (c.last_version is not null and c.last_stamp is distinct from c.content_stamp)
    )
    select
        c.channel_code,
        c.subject_id,
        c.membership_id,
        coalesce(c.last_version, 0) + 1,
        c.action,
        c.content,
        c.content_sha256,
        c.content_stamp,
        term.starts_on,
        term.days,
        coalesce(same_day.day, later_day.day),
        coalesce(same_day.is_provisional, later_day.is_provisional, false),
        c.action = 'publish' and m.published_on is null
    from change as c
    join lists.membership_by_law('infinity') as m on m.subject_id = c.subject_id and m.membership_id = c.membership_id
    join lists.membership_version as first_known
        on first_known.subject_id = c.subject_id and first_known.membership_id = c.membership_id and first_known.version_no = 1
    cross join rule
    cross join lateral (
        select
            case
                when c.action = 'withdraw' then least(coalesce(m.expired_on, upper(m.during)), difference.as_of)
                when c.action = 'publish' and c.proven_at is null and first_known.published_on is null then m.listed_on
            end as starts_on,
            case
                when c.action = 'withdraw' and m.end_reason = 'revoked' then 0
                when c.action = 'withdraw' and m.end_reason = 'annulled' then rule.withdraw_annulled_within
                when c.action = 'withdraw' then rule.withdraw_within
                when c.action = 'publish' and c.proven_at is null and first_known.published_on is null
                    then case m.list_code when 'penalised' then rule.publish_penalised_within else rule.publish_serious_within end
            end as days
    ) as term
    left join law.calendar_day as start on start.day = term.starts_on
    left join law.calendar_day as same_day on term.days = 0 and same_day.day = term.starts_on
    left join law.calendar_day as later_day
        on term.days > 0 and later_day.is_working_day and later_day.working_day_no = start.working_day_no + term.days;
end;
comment on function publication.difference(date) is
'The changes each channel needs so that it shows on a day what it must: what is wanted against the newest open item or, without one, what is proven.
Shape: one row per channel and membership whose stamp differs, with the version the change will carry; action publish, withdraw, keep where other facts give the same content and only the stamp is to be noted, or forget where what would have to be withdrawn was never sent and its change only has to leave the queue. A dead item stands for its change until a person retries it. An entry in an unknown state always differs.
due_on: publish by the list''s term from the decision; withdraw by the term of RD-35 from the first day off (RD-30), after the annulment of the penalty by that of Penalty Law Art. 48, a revocation on the same day; null for a change of content already shown, and for an entry whose publication elsewhere was recorded with it.
Source: architecture, sentence 3.';
revoke all on function publication.difference(date) from public;
grant execute on function publication.difference(date) to anxin_worker;
