drop function if exists records.missing_ground(bigint, bigint, text, date) cascade;

create function records.missing_ground(unit_id bigint, penalty_id bigint, clause_code text, as_of date) returns text
language sql stable
begin atomic
    with shown as (
        select g.clause_code, g.penalty_ids
        from records.ground_da1(missing_ground.as_of, 'infinity') as g
        where g.subject_id = missing_ground.unit_id
        union all
        select g.clause_code, g.penalty_ids
        from records.ground_da2(missing_ground.as_of, 'infinity') as g
        where g.subject_id = missing_ground.unit_id
        union all
        select g.clause_code, g.penalty_ids
        from records.ground_da3(missing_ground.as_of, 'infinity') as g
        where g.subject_id = missing_ground.unit_id
        union all
        select g.clause_code, g.penalty_ids
        from records.ground_da4(missing_ground.as_of, 'infinity') as g
        where g.subject_id = missing_ground.unit_id
    )
    select case
        when p.record_id is null then 'safety_penalty'
        when exists (
            select from shown as g
            where g.clause_code = missing_ground.clause_code and missing_ground.penalty_id = any (g.penalty_ids)
        ) then null
        when missing_ground.clause_code = 'DA1' then 'major_accident'
        when missing_ground.clause_code = 'DA2' then 'larger_accidents'
        when missing_ground.clause_code = 'DA3' then 'article_114_2'
        when missing_ground.clause_code = 'DA4' then 'hidden_accident'
        when missing_ground.clause_code = 'DA5' and p.accident_number is null then 'accident'
        when missing_ground.clause_code = 'DO2' and s.kind <> 'service_body' then 'service_body'
    end
    from register.subject_as_known('infinity') as s
    left join records.listing_penalty(missing_ground.as_of, 'infinity') as p
        on p.subject_id = s.subject_id and p.record_id = missing_ground.penalty_id
    where s.subject_id = missing_ground.unit_id;
end;
comment on function records.missing_ground(bigint, bigint, text, date) is
'What the records lack on a day for a unit to be listed under a clause by a penalty; null when they lack nothing.
DA1 to DA4 follow from fields, so the ground must be shown and rest on the penalty. What the other clauses say in words an officer judges; the records must only not contradict it.
Shape: safety_penalty, major_accident, larger_accidents, article_114_2, hidden_accident, accident or service_body.
Source: Order 11 Arts. 3, 6, 7; RD-20, RD-26, RD-46.';
revoke all on function records.missing_ground(bigint, bigint, text, date) from public;
grant execute on function records.missing_ground(bigint, bigint, text, date) to anxin_worker;
