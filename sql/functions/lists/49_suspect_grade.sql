create or replace function lists.suspect_grade(as_of date, last_event_on date) returns table (subject_id bigint)
language plpgsql stable
as $$
declare
    -- Roughly the middle is enough. A small register may give no sample: then the second half is all of it.
    middle bigint := coalesce(
        (
            select percentile_disc(0.5) within group (order by s.subject_id)
            from register.subject as s tablesample system (1)
        ), 0);
begin
    return query
        select s.subject_id from lists.suspect_grade_within(suspect_grade.as_of, suspect_grade.last_event_on, null, middle) as s
        union all
        select s.subject_id from lists.suspect_grade_within(suspect_grade.as_of, suspect_grade.last_event_on, middle, null) as s;
end
$$;
comment on function lists.suspect_grade(date, date) is
'The units whose grade on a day may differ, in grade or reasons, from what is stored up to it: those whose reasons have another digest, and every one on the serious list.
lists.changed_grade then looks closely at these units alone. The register is passed over in two halves, which the planner gives to two processes.
Shape: one row per unit; events after last_event_on are left out.';
revoke all on function lists.suspect_grade(date, date) from public;
grant execute on function lists.suspect_grade(date, date) to anxin_worker;
