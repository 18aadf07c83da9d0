drop function if exists cases.new_ground(bigint, date, date) cascade;

create function cases.new_ground(subject_id bigint, listed_on date, as_of date)
returns table (decision_number text)
language sql stable
begin atomic
    with matter as (
        select new_ground.subject_id as unit_id, daterange(null, null) as held
        union all
        select r.subject_id, r.during * daterange(null, e.last_day, '[]')
        from register.responsibility as r
        left join register.responsibility_end as e
            on e.subject_id = r.subject_id and e.responsibility_id = r.responsibility_id
        where r.person_id = new_ground.subject_id and r.role_code = 'principal'
    )
    select p.decision_number
    from matter as m
    cross join lateral (
        select l.founding_record_id as record_id
        from cases.proposed_listing(new_ground.as_of) as l
        where l.subject_id = m.unit_id
        union
        select c.about_record_id
        from cases.procedure_case as c
        where c.subject_id = m.unit_id and c.procedure_code = 'listing' and c.opened_on <= new_ground.as_of
            and not exists (
                select from cases.step as s
                where s.subject_id = c.subject_id and s.case_id = c.case_id
                    and s.step_code in ('decided', 'moot') and s.done_on <= new_ground.as_of
            )
    ) as ground
    join records.penalty_as_known('infinity') as p on p.subject_id = m.unit_id and p.record_id = ground.record_id
    where p.decided_on > new_ground.listed_on and m.held @> p.decided_on
        and p.decided_on <= new_ground.as_of and not p.is_withdrawn
        and (p.annulled_on is null or p.annulled_on > new_ground.as_of)
    order by p.decided_on, p.record_id;
end;
comment on function cases.new_ground(bigint, date, date) is
'Penalties decided after a listing on which a further listing may rest, as long as nobody has decided about it: a listing case is open, or the records propose one. For a person also those of units whose principal the person was on the day of the penalty.
Shape: one row per penalty, the oldest first.
Source: Order 11 Arts. 6, 7, 18; RD-34.';
revoke all on function cases.new_ground(bigint, date, date) from public;
grant execute on function cases.new_ground(bigint, date, date) to anxin_worker;
