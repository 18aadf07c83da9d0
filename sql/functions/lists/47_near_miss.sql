create or replace function lists.near_miss(conditions_of_a text, findings jsonb) returns jsonb
language sql immutable parallel safe
return case lists.replayed_grade(conditions_of_a, findings)
    when 'A' then null
    when 'B' then (
        select jsonb_strip_nulls(jsonb_build_object(
            'grade', 'A',
            'lacks_any_of', jsonb_agg(c.clause_code order by c.clause_code),
            'until', case when bool_or(c.clause_code = 'A1') then findings -> 'A1' -> 'until' end))
        from unnest(array['A1', 'A2', 'A3', 'A4']) as c (clause_code)
        where (c.clause_code = 'A1') = (findings ? c.clause_code)
            and lists.replayed_grade(
                conditions_of_a,
                case c.clause_code when 'A1' then findings - 'A1' else findings || jsonb_build_object(c.clause_code, true) end
            ) = 'A'
        having count(*) > 0
    )
    else (
        select jsonb_strip_nulls(jsonb_build_object(
            'grade', lists.replayed_grade(conditions_of_a, findings - array_agg(f.clause_code)),
            'lacks_any_of', jsonb_agg(f.clause_code order by f.clause_code),
            'until', case when bool_and(f.finding ? 'until') then max(f.finding ->> 'until') end))
        from jsonb_each(findings) as f (clause_code, finding)
        where f.clause_code like (case when lists.replayed_grade(conditions_of_a, findings) = 'D' then 'D%' else 'C%' end)
    )
end;
comment on function lists.near_miss(text, jsonb) is
'The better grade that one thing alone keeps a unit from, read off the trace of its grade.
Shape: null, or {"grade", "lacks_any_of", "until"}: for B the clauses of which any one more would give A; for C and D the ground of the list, and the grade there would be without it. until is the last day on which what stands in the way counts, left out when no day ends it.';
revoke all on function lists.near_miss(text, jsonb) from public;
grant execute on function lists.near_miss(text, jsonb) to anxin_worker, anxin_officer;
