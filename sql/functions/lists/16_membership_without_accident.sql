drop function if exists lists.membership_without_accident(bigint, bigint, date) cascade;

create function lists.membership_without_accident(unit_id bigint, accident_record_id bigint, as_of date)
returns table (membership_id bigint)
language sql stable
begin atomic
    with accident as (
        select a.accident_number, exists (
            select from records.answered_accident(membership_without_accident.as_of, 'infinity') as t
            where t.subject_id = a.subject_id and t.record_id = a.record_id
        ) as is_answered_for
        from records.accident_as_known('infinity') as a
        where a.subject_id = membership_without_accident.unit_id
            and a.record_id = membership_without_accident.accident_record_id
    )
    select m.membership_id
    from lists.membership as m
    join law.clause as c on c.clause_code = m.clause_code and c.is_accident
    join records.penalty_as_known('infinity') as p
        on p.subject_id = membership_without_accident.unit_id and p.record_id = m.founding_record_id
    cross join accident as a
    where m.list_code = 'serious'
        and (m.subject_id = membership_without_accident.unit_id or m.unit_id = membership_without_accident.unit_id)
        and (p.accident_number = a.accident_number or m.clause_code = 'DA2')
        and case
            when m.clause_code in ('DA1', 'DA2', 'DA4') then records.missing_ground(
                membership_without_accident.unit_id, m.founding_record_id, m.clause_code, membership_without_accident.as_of)
                is not null
            else not a.is_answered_for
        end;
end;
comment on function lists.membership_without_accident(bigint, bigint, date) is
'Serious memberships, of a unit and of persons in its matter, that rested on one of its accidents and rest on it no more as the accident is now known: the clause needs more than the records show (DA1, DA2, DA4), or the unit does not answer for it (the other grounds of an accident).
The accident is that of the founding penalty; by DA2 any that was counted with it. For an officer to re-examine; it ends nothing.
Shape: one row per membership, ended or not. Source: Order 11 Arts. 6, 15; RD-20, RD-21.';
revoke all on function lists.membership_without_accident(bigint, bigint, date) from public;
grant execute on function lists.membership_without_accident(bigint, bigint, date) to anxin_worker;
