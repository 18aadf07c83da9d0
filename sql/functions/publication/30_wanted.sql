drop function if exists publication.wanted(date) cascade;

create function publication.wanted(as_of date)
returns table (
    channel_code text,
    subject_id bigint,
    membership_id bigint,
    content jsonb,
    content_sha256 text
)
language sql stable parallel safe
begin atomic
    select
        l.channel_code,
        w.subject_id,
        w.membership_id,
        w.content,
        w.content_sha256
    from (
        select s.subject_id, s.membership_id, s.list_code, s.is_open_on_platform, c.content, c.content_sha256
        from publication.showing(wanted.as_of) as s
        cross join lateral publication.entry_content(wanted.as_of, s.subject_id, s.membership_id) as c
        offset 0
    ) as w
    join publication.channel_list as l on l.list_code = w.list_code
    where l.channel_code <> 'sharing-platform' or w.is_open_on_platform;
end;
comment on function publication.wanted(date) is
'What each channel must show on a day: one entry per membership in force, with the columns allowed to be shown and personal data masked.
The sharing platform shows a penalty as long as its class and the rule of its date allow (RD-24); the bureau site as long as it founds a membership.
Shape: one row per channel and membership.
Source: plan V(4), Order 11 Arts. 11-12, Work Safety Law Art. 78; RD-16, RD-24, RD-25, RD-33, RD-39.';
revoke all on function publication.wanted(date) from public;
grant execute on function publication.wanted(date) to anxin_worker;
