drop function if exists lists.subject_grade_of(bigint[], date, timestamptz, date) cascade;

create or replace function lists.subject_grade_of(
    rules law.rule_set,
    subjects bigint[],
    known_at timestamptz,
    last_event_on date
)
returns table (subject_id bigint, grade law.grade, clause_codes text[], evidence_ids bigint[])
language sql stable parallel safe
begin atomic
    with gathered as (
        select
            m.subject_id,
            bit_or(m.mark) as marks,
            array_agg(m.a2) filter (where m.a2 is not null) as a2,
            array_agg(m.a3) filter (where m.a3 is not null) as a3,
            array_agg(m.a4) filter (where m.a4 is not null) as a4,
            array_agg(m.b2) filter (where m.b2 is not null) as b2,
            array_agg(m.c1) filter (where m.c1 is not null) as c1
        from lists.subject_mark(subject_grade_of.rules, subject_grade_of.known_at, subject_grade_of.last_event_on) as m
        -- A query, so that the planner does not weigh each id against the statistics of every table.
        where (subject_grade_of.subjects is null or m.subject_id = any (array(select unnest(subject_grade_of.subjects))))
        group by m.subject_id
        having bit_or(m.mark) & 1 = 1
    ),
    judged as (
        select g.*, lists.grade_by_marks((subject_grade_of.rules).conditions_of_a, g.marks) as grade
        from gathered as g
    )
    select
        j.subject_id,
        j.grade,
        case j.grade
            when 'D' then (
                select array_agg(d.clause_code order by d.clause_code)
                from lists.criterion_d(subject_grade_of.rules, subject_grade_of.known_at, subject_grade_of.last_event_on) as d
                where d.subject_id = j.subject_id
            )
            when 'C' then array['C1']
            when 'A' then array_remove(
                array[
                    case when j.marks & 2 = 0 then 'A1' end,
                    case when j.a2 is not null then 'A2' end,
                    case when j.marks & 128 > 0 or j.marks & 96 = 96 then 'A3' end,
                    case when j.a4 is not null then 'A4' end
                ], null)
            else
                case j.marks & (4 + 16)
                    when 16 then array['B1', 'B2']
                    when 0 then array['B1']
                    when 4 + 16 then array['B2']
                    else array['B0']
                end
        end,
        case j.grade
            when 'D' then (
                select array_agg(e.evidence_id order by d.clause_code, e.evidence_id)
                from lists.criterion_d(subject_grade_of.rules, subject_grade_of.known_at, subject_grade_of.last_event_on) as d
                cross join lateral unnest(d.evidence_ids) as e (evidence_id)
                where d.subject_id = j.subject_id
            )
            when 'C' then lists.in_order(j.c1)
            when 'A' then lists.in_order(j.a2)
                || case when j.marks & 128 > 0 or j.marks & 96 = 96 then lists.in_order(j.a3) else '{}' end
                || lists.in_order(j.a4)
            else lists.in_order(j.b2)
        end
    from judged as j;
end;
comment on function lists.subject_grade_of(law.rule_set, bigint[], timestamptz, date) is
'The grade of some units, or with null of every unit, by the rules of a day, as known at a time, with the clauses and the records behind it.
Events after last_event_on are left out. Every record that counts is looked at once.
Shape: one row per unit that exists on the day (persons have no grade, RD-36); evidence_ids are records, or memberships that rest on none.
Source: plan IV.';
revoke all on function lists.subject_grade_of(law.rule_set, bigint[], timestamptz, date) from public;
grant execute on function lists.subject_grade_of(law.rule_set, bigint[], timestamptz, date) to anxin_worker;
