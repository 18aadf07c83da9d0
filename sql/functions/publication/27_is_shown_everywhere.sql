create or replace function publication.is_shown_everywhere(subject_id bigint, membership_id bigint, as_of date) returns boolean
language sql stable parallel safe
return not exists (
    select from lists.membership as m
    left join records.credit_china_term(is_shown_everywhere.as_of) as platform
        on m.list_code = 'penalised' and platform.subject_id = m.subject_id and platform.record_id = m.founding_record_id
    cross join lateral publication.channel_of(m.list_code, m.unit_id is not null, coalesce(platform.is_open, true)) as place
    join publication.channel as c on c.channel_code = place.channel_code and c.is_required
    left join publication.entry as e
        on e.subject_id = m.subject_id and e.membership_id = m.membership_id and e.channel_code = place.channel_code
    where m.subject_id = is_shown_everywhere.subject_id
        and m.membership_id = is_shown_everywhere.membership_id
        and e.state is distinct from 'shown'
);
comment on function publication.is_shown_everywhere(bigint, bigint, date) is
'Whether a membership is proven to be shown on every required channel on which it is due on a day: a penalty of which the sharing platform shows nothing (RD-24) waits for no proof from there.
Shape: one boolean. Source: RD-16 c, RD-24.';
revoke all on function publication.is_shown_everywhere(bigint, bigint, date) from public;
grant execute on function publication.is_shown_everywhere(bigint, bigint, date) to anxin_worker;
