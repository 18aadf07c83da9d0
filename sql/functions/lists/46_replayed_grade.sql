create or replace function lists.replayed_grade(conditions_of_a text, findings jsonb) returns law.grade
language sql immutable parallel safe
return case
    -- A path and no query: so the planner can put the whole rule into the query that asks for many grades.
    when jsonb_path_exists(findings, '$.keyvalue().key ? (@ starts with "D")') then 'D'::law.grade
    when findings ? 'C1' then 'C'::law.grade
    when lists.meets_a(conditions_of_a, findings) then 'A'::law.grade
    else 'B'::law.grade
end;
comment on function lists.replayed_grade(text, jsonb) is
'The grade that follows from a stored trace alone, by the answer to RD-03 that was in force.
Shape: one grade. Source: plan IV; RD-03, RD-04, RD-14.';
revoke all on function lists.replayed_grade(text, jsonb) from public;
grant execute on function lists.replayed_grade(text, jsonb) to anxin_worker, anxin_officer;
