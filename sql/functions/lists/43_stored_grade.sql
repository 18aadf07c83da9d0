create or replace function lists.stored_grade(subjects bigint[], as_of date) returns setof lists.grade
language sql stable parallel safe
begin atomic
    select distinct on (g.subject_id) g.*
    from lists.grade as g
    where g.as_of <= stored_grade.as_of
        and (stored_grade.subjects is null or g.subject_id = any (stored_grade.subjects))
    order by g.subject_id, g.as_of desc, g.known_at desc, g.grade_run_id desc;
end;
comment on function lists.stored_grade(bigint[], date) is
'The grades that stand on a day by what runs have stored, of some subjects or with null of all.
Shape: rows of lists.grade, one per subject that ever had one; grade is null for who is graded no more.';
revoke all on function lists.stored_grade(bigint[], date) from public;
grant execute on function lists.stored_grade(bigint[], date) to anxin_worker;
