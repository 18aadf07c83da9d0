create or replace function lists.grade_trace(
    subject_id bigint,
    as_of date,
    known_at timestamptz default 'infinity',
    last_event_on date default null
)
returns table (clause_code text, is_met boolean, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    with finding as (
        select f.clause_code, f.is_met, f.evidence_ids, f.until_on
        from law.rule_set_on(grade_trace.as_of) as rules
        cross join lateral lists.grade_finding(
            rules,
            grade_trace.known_at,
            least(coalesce(grade_trace.last_event_on, grade_trace.as_of), grade_trace.as_of)) as f
        where f.subject_id = grade_trace.subject_id
    )
    select c.clause_code, coalesce(f.is_met, c.clause_code in ('A1', 'B1')), coalesce(f.evidence_ids, '{}'), f.until_on
    from law.clause as c
    left join finding as f on f.clause_code = c.clause_code
    where (select law.parameter_value('a1-penalty-months', grade_trace.as_of)) > 0
        and (c.clause_code in ('A1', 'A2', 'A3', 'A4', 'B1', 'B2') or f.clause_code is not null)
    order by c.sort_order;
end;
comment on function lists.grade_trace(bigint, date, timestamptz, date) is
'What each clause says of one unit on a day: why the grade is what it is, and what it lacks for a better one.
Shape: one row per clause of A and B, and one per ground it is listed under. For A1 and B1 the evidence is what breaks the clause, and until_on the last day on which it does; for the others it is what meets the clause, and the last day on which it is met.';
revoke all on function lists.grade_trace(bigint, date, timestamptz, date) from public;
grant execute on function lists.grade_trace(bigint, date, timestamptz, date) to anxin_worker;
