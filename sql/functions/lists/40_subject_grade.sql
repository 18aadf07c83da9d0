create or replace function lists.subject_grade(
    as_of date,
    known_at timestamptz default 'infinity',
    last_event_on date default null
)
returns table (subject_id bigint, grade law.grade, clause_codes text[], evidence_ids bigint[])
language sql stable
begin atomic
    select g.subject_id, g.grade, g.clause_codes, g.evidence_ids
    from lists.grade_among(null, subject_grade.as_of, subject_grade.known_at, subject_grade.last_event_on) as g;
end;
comment on function lists.subject_grade(date, timestamptz, date) is
'The grade of every unit on a day, as known at a time, with the clauses and the records behind it.
Shape: one row per unit that exists on the day (persons have no grade, RD-36); evidence_ids are records, or memberships that rest on none.
last_event_on leaves out later events, the registration and deregistration of a unit among them: the yearly run on 1 January passes 31 December (RD-06); null: the day itself.
Raises AX001 for a day before the plan, whatever the register holds. Source: plan IV.';
revoke all on function lists.subject_grade(date, timestamptz, date) from public;
grant execute on function lists.subject_grade(date, timestamptz, date) to anxin_worker;
