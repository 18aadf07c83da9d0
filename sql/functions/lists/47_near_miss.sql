create or replace function lists.near_miss(conditions_of_a text, findings jsonb) returns jsonb
-- Not SQL: a run asks for every grade it stores, and setting up the queries below for each took most of a first run's time.
language plpgsql immutable parallel safe
as $$
declare
    graded law.grade := lists.replayed_grade(conditions_of_a, findings);
    lacking text[];
begin
    if graded = 'A' then
        return null;
    end if;
    if graded = 'B' then
        lacking := array_remove(array[
            case when findings ? 'A1' and lists.meets_a(conditions_of_a, findings - 'A1') then 'A1' end,
            case when not findings ? 'A2' and lists.meets_a(conditions_of_a, findings || '{"A2": true}') then 'A2' end,
            case when not findings ? 'A3' and lists.meets_a(conditions_of_a, findings || '{"A3": true}') then 'A3' end,
            case when not findings ? 'A4' and lists.meets_a(conditions_of_a, findings || '{"A4": true}') then 'A4' end
        ], null);
        if lacking = '{}' then
            return null;
        end if;
        return jsonb_strip_nulls(jsonb_build_object(
            'grade', 'A', 'lacks_any_of', lacking, 'until', case when 'A1' = any (lacking) then findings -> 'A1' -> 'until' end));
    end if;
    return (
        select jsonb_strip_nulls(jsonb_build_object(
            'grade', lists.replayed_grade(conditions_of_a, findings - array_agg(f.clause_code)),
            'lacks_any_of', jsonb_agg(f.clause_code order by f.clause_code),
            'until', case when bool_and(f.finding ? 'until') then max(f.finding ->> 'until') end))
        from jsonb_each(findings) as f (clause_code, finding)
        where f.clause_code like (case when graded = 'D' then 'D%' else 'C%' end)
    );
end;
$$;
comment on function lists.near_miss(text, jsonb) is
'The better grade that one thing alone keeps a unit from, read off the trace of its grade.
Shape: null, or {"grade", "lacks_any_of", "until"}: for B the clauses of which any one more would give A; for C and D the ground of the list, and the grade there would be without it. until is the last day on which what stands in the way counts, left out when no day ends it.';
revoke all on function lists.near_miss(text, jsonb) from public;
grant execute on function lists.near_miss(text, jsonb) to anxin_worker, anxin_officer;
