create or replace function lists.membership_in_force(as_of date, known_at timestamptz, last_event_on date)
returns setof lists.membership_version
language sql stable parallel safe
begin atomic
    select m.*
    from lists.membership_as_known(membership_in_force.known_at) as m
    where m.during @> membership_in_force.as_of
        and m.listed_on <= membership_in_force.last_event_on
        and not (
            m.list_code = 'penalised'
            and exists (
                select from lists.membership_as_known(membership_in_force.known_at) as s
                where s.subject_id = m.subject_id
                    and s.list_code = 'serious'
                    and s.founding_record_id = m.founding_record_id
                    and s.listed_on <= least(membership_in_force.as_of, membership_in_force.last_event_on)
                    and (s.end_reason is distinct from 'revoked' or s.ended_on > membership_in_force.as_of)
            )
        );
end;
comment on function lists.membership_in_force(date, timestamptz, date) is
'Memberships that count on a day, as known at a time, leaving out those decided after last_event_on.
A penalty that founds a serious listing gives no penalised membership of its own; it revives, with its own clock, when the listing is revoked (RD-14).
Shape: rows of lists.membership_version. Source: plan V(5), RD-02, RD-05, RD-06, RD-14, RD-19.';
revoke all on function lists.membership_in_force(date, timestamptz, date) from public;
grant execute on function lists.membership_in_force(date, timestamptz, date) to anxin_worker;
