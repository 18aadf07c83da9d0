drop function if exists records.penalty_of_principal(timestamptz) cascade;

create function records.penalty_of_principal(known_at timestamptz)
returns table (
    unit_id bigint,
    person_id bigint,
    record_id bigint,
    decided_on date,
    is_safety boolean,
    is_mild boolean,
    agency_code text,
    annulled_on date,
    is_withdrawn boolean
)
language sql stable parallel safe
begin atomic
    select distinct r.subject_id, p.subject_id, p.record_id, p.decided_on, p.is_safety, p.is_simplified or p.kinds <@ array['警告', '通报批评'],
        p.agency_code, p.annulled_on, p.is_withdrawn
    from register.responsibility as r
    left join register.responsibility_end as e
        on e.subject_id = r.subject_id and e.responsibility_id = r.responsibility_id
        and e.known_at <= penalty_of_principal.known_at
    join records.penalty_as_known(penalty_of_principal.known_at) as p
        on p.subject_id = r.person_id and r.during @> p.decided_on and (e.last_day is null or e.last_day >= p.decided_on)
    where r.role_code = 'principal' and r.known_at <= penalty_of_principal.known_at;
end;
comment on function records.penalty_of_principal(timestamptz) is
'Penalties on persons, with the unit each was principal of on the day of the decision.
Shape: one row per unit and penalty; is_mild: a penalty on the spot, a warning or a public criticism (RD-11).
Source: RD-13.';
revoke all on function records.penalty_of_principal(timestamptz) from public;
grant execute on function records.penalty_of_principal(timestamptz) to anxin_worker;
