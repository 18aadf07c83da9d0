create or replace function lists.grade_among(subjects bigint[], as_of date, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, grade law.grade, clause_codes text[], evidence_ids bigint[])
-- Not SQL: the rules must be a value by the time the query is planned.
language plpgsql stable
-- As for lists.suspect_grade.
set enable_hashagg = off set random_page_cost = 1.5 set max_parallel_workers_per_gather = 0 set jit = off
as $$
declare
    rules law.rule_set := law.rule_set_on(grade_among.as_of);
begin
    return query
        select g.subject_id, g.grade, g.clause_codes, g.evidence_ids
        from lists.subject_grade_of(
            rules, grade_among.subjects, grade_among.known_at,
            least(coalesce(grade_among.last_event_on, grade_among.as_of), grade_among.as_of)) as g;
end
$$;
comment on function lists.grade_among(bigint[], date, timestamptz, date) is
'What lists.subject_grade says, of some units or with null of every unit.
Shape: as there.';
revoke all on function lists.grade_among(bigint[], date, timestamptz, date) from public;
grant execute on function lists.grade_among(bigint[], date, timestamptz, date) to anxin_worker;
