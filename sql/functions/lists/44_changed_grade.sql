create or replace function lists.changed_grade(subjects bigint[], as_of date, last_event_on date)
returns table (
    subject_id bigint,
    grade law.grade,
    clause_codes text[],
    evidence_ids bigint[],
    was_grade law.grade,
    was_clause_codes text[]
)
-- Not SQL: the rules must be a value by the time the query is planned.
language plpgsql stable
-- As for lists.suspect_grade.
set enable_hashagg = off set random_page_cost = 1.5 set max_parallel_workers_per_gather = 0 set jit = off
as $$
declare
    rules law.rule_set := law.rule_set_on(changed_grade.as_of);
begin
    return query
        select
            coalesce(n.subject_id, o.subject_id),
            n.grade,
            coalesce(n.clause_codes, '{}'),
            coalesce(n.evidence_ids, '{}'),
            o.grade,
            coalesce(o.clause_codes, '{}')
        from lists.subject_grade_of(rules, changed_grade.subjects, 'infinity', changed_grade.last_event_on) as n
        full join lists.stored_grade(changed_grade.subjects, changed_grade.as_of) as o on o.subject_id = n.subject_id
        where (n.grade, n.clause_codes, n.evidence_ids) is distinct from (o.grade, o.clause_codes, o.evidence_ids)
            and not (n.subject_id is null and o.grade is null);
end
$$;
comment on function lists.changed_grade(bigint[], date, date) is
'The grades of some units, or with null of every unit, that differ on a day, in grade or reasons, from what is stored up to it.
Shape: one row per such unit; grade is null for one that is graded no more, was_grade for one that was not graded yet.';
revoke all on function lists.changed_grade(bigint[], date, date) from public;
grant execute on function lists.changed_grade(bigint[], date, date) to anxin_worker;
