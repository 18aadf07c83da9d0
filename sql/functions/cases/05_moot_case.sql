drop function if exists cases.moot_case(date) cascade;

create function cases.moot_case(as_of date)
returns table (subject_id bigint, case_id bigint, membership_id bigint, moot_on date)
language sql stable parallel safe
begin atomic
    select c.subject_id, c.case_id, m.membership_id, least(m.ended_on, coalesce(moved.moves_to, m.last_day) + 1)
    from cases.procedure_case as c
    join lists.membership as m on m.subject_id = c.subject_id and m.membership_id = c.about_membership_id
    left join law.moved_last_day() as moved on moved.last_day = m.last_day and moved.governs @> m.listed_on
    where c.ends_with_membership
        and c.opened_on <= moot_case.as_of
        and (m.ended_on <= moot_case.as_of or coalesce(moved.moves_to, m.last_day) < moot_case.as_of)
        and not exists (
            select from cases.step as s
            where s.subject_id = c.subject_id
                and s.case_id = c.case_id
                and s.done_on <= moot_case.as_of
                and s.step_code in ('decided', 'refused', 'moot')
        );
end;
comment on function cases.moot_case(date) is
'Cases that nobody has decided by a day on which the membership they are about is off the list already: an application for early removal after expiry, a re-examination after any other end.
Shape: one row per case; moot_on is the first day off the list. Source: Order 11 Art. 13, RD-30.';
revoke all on function cases.moot_case(date) from public;
grant execute on function cases.moot_case(date) to anxin_worker;
