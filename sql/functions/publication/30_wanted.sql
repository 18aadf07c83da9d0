drop function if exists publication.wanted(date) cascade;

create function publication.wanted(as_of date)
returns table (
    channel_code text,
    subject_id bigint,
    membership_id bigint,
    content json,
    content_sha256 text
)
language sql stable parallel safe
begin atomic
    select
        place.channel_code,
        w.subject_id,
        w.membership_id,
        w.content,
        w.content_sha256
    from (
        -- Content is built once for all channels.
        select s.*, c.content, c.content_sha256
        from publication.showing(wanted.as_of) as s
        cross join lateral publication.entry_content(wanted.as_of, s.subject_id, s.membership_id) as c
        offset 0
    ) as w
    cross join lateral publication.channel_of(w.list_code, w.is_person, w.is_open_on_platform) as place;
end;
comment on function publication.wanted(date) is
'What each channel must show on a day: one entry per membership in force, with the columns allowed to be shown and personal data masked.
Shape: one row per channel and membership.
Source: plan V(4), Order 11 Arts. 11-12, Work Safety Law Art. 78; RD-16, RD-24, RD-25, RD-33, RD-39.';
revoke all on function publication.wanted(date) from public;
grant execute on function publication.wanted(date) to anxin_worker;
