drop function if exists publication.suspect(date) cascade;

-- Not inlined: whoever asks gets these settings. Estimates of the few corrected versions go wrong by a thousand times as soon as there are
-- any, and then nested loops over a million memberships take hours; hash joins take what they take.
create function publication.suspect(as_of date)
returns table (
    subject_id bigint,
    membership_id bigint,
    list_code text,
    is_person boolean,
    is_open_on_platform boolean,
    content_stamp bigint
)
language sql stable parallel safe rows 1000
set enable_nestloop = off
set work_mem = '256MB'
set jit = off
begin atomic
    select distinct
        coalesce(e.subject_id, s.subject_id),
        coalesce(e.membership_id, s.membership_id),
        s.list_code,
        s.is_person,
        s.is_open_on_platform,
        s.content_stamp
    from publication.entry as e
    full join publication.showing(suspect.as_of) as s
        on s.subject_id = e.subject_id and s.membership_id = e.membership_id
    where e.last_stamp is distinct from s.content_stamp or e.state = 'unknown';
end;
comment on function publication.suspect(date) is
'Memberships of which a channel may have to be told something on a day: one pass over all entries, each one''s stamp against that of what must be shown.
Shape: one row per membership with an entry that differs in its stamp, or is in an unknown state, or is missing on every channel; list_code, is_person, is_open_on_platform and content_stamp as in publication.showing, null for one that is not in force. What is missing on one channel alone shows in the stamp, which holds the channels'' lists.
Source: architecture, sentence 3.';
revoke all on function publication.suspect(date) from public;
grant execute on function publication.suspect(date) to anxin_worker;
