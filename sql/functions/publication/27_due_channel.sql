drop function if exists publication.is_shown_everywhere(bigint, bigint, date) cascade;

create or replace function publication.due_channel(subject_id bigint, membership_id bigint, as_of date)
returns table (channel_code text)
language sql stable parallel safe
begin atomic
    select place.channel_code
    from lists.membership as m
    left join records.credit_china_term(due_channel.as_of) as platform
        on m.list_code = 'penalised' and platform.subject_id = coalesce(m.unit_id, m.subject_id) and platform.record_id = m.founding_record_id
    cross join lateral publication.channel_of(
        m.list_code,
        exists (select from register.person as p where p.subject_id = m.subject_id),
        coalesce(platform.is_open, true)) as place
    join publication.channel as c on c.channel_code = place.channel_code and c.is_required
    where m.subject_id = due_channel.subject_id and m.membership_id = due_channel.membership_id;
end;
comment on function publication.due_channel(bigint, bigint, date) is
'The required channels that must show a membership on a day: those whose proof can start its period. The sharing platform is none of them for a penalty of which it shows nothing (RD-24), nor a channel for businesses for a person.
Shape: one row per channel. Source: RD-16, RD-24, RD-25.';
revoke all on function publication.due_channel(bigint, bigint, date) from public;
grant execute on function publication.due_channel(bigint, bigint, date) to anxin_worker;
