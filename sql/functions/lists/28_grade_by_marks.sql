create or replace function lists.grade_by_marks(conditions_of_a text, marks integer) returns law.grade
language sql immutable parallel safe
-- Each grade is a literal of its type: a cast of the whole would be a look-up, which keeps the rule out of the query that asks.
return case
    when marks & 1024 > 0 then 'D'::law.grade
    when marks & 512 > 0 then 'C'::law.grade
    when case conditions_of_a
        when 'a' then marks & 2 = 0 and (marks & (8 + 128 + 256) > 0 or marks & 96 = 96)
        when 'b' then marks & (2 + 8 + 256) = 8 + 256 and (marks & 128 > 0 or marks & 96 = 96)
        else marks & 2 = 0 or marks & (8 + 128 + 256) > 0 or marks & 96 = 96
    end then 'A'::law.grade
    else 'B'::law.grade
end;
comment on function lists.grade_by_marks(text, integer) is
'The grade that follows from all marks of a unit, by the answer to RD-03.
Shape: one grade; marks as in lists.subject_mark. Order: D, C, A, B (RD-04, RD-14). Source: plan IV.';
revoke all on function lists.grade_by_marks(text, integer) from public;
grant execute on function lists.grade_by_marks(text, integer) to anxin_worker;
