create or replace function lists.subject_grade(
    as_of date,
    known_at timestamptz default 'infinity',
    last_event_on date default null
)
returns table (subject_id bigint, grade law.grade, clause_codes text[], evidence_ids bigint[])
language sql stable parallel safe
begin atomic
    with day as materialized (
        select
            subject_grade.as_of as as_of,
            least(coalesce(subject_grade.last_event_on, subject_grade.as_of), subject_grade.as_of) as last_event_on,
            law.policy_option('RD-03', subject_grade.as_of) as conditions_of_a,
            law.parameter_value('a1-penalty-months', subject_grade.as_of) > 0 as has_rules
    ),
    listed as (
        select l.subject_id, l.grade, array_agg(distinct l.clause_code) as clause_codes,
            array_agg(l.evidence_id order by l.clause_code, l.evidence_id) as evidence_ids
        from (
            select d.subject_id, 'D'::law.grade as grade, d.clause_code, e.evidence_id
            from day
            cross join lateral lists.criterion_d(day.as_of, subject_grade.known_at, day.last_event_on) as d
            cross join lateral unnest(d.evidence_ids) as e (evidence_id)
            union all
            select c.subject_id, 'C'::law.grade, c.clause_code, e.evidence_id
            from day
            cross join lateral lists.criterion_c(day.as_of, subject_grade.known_at, day.last_event_on) as c
            cross join lateral unnest(c.evidence_ids) as e (evidence_id)
        ) as l
        group by l.subject_id, l.grade
    ),
    strictest as (
        select distinct on (l.subject_id) l.subject_id, l.grade, l.clause_codes, l.evidence_ids
        from listed as l
        order by l.subject_id, l.grade desc
    ),
    merit as (
        select
            m.subject_id,
            array_agg(distinct m.clause_code) as clause_codes,
            array_agg(e.evidence_id order by m.clause_code, e.evidence_id) as evidence_ids,
            count(distinct m.clause_code) as met_count
        from (
            select a.subject_id, a.clause_code, a.evidence_ids
            from day cross join lateral lists.criterion_a2(day.as_of, subject_grade.known_at, day.last_event_on) as a
            union all
            select a.subject_id, a.clause_code, a.evidence_ids
            from day cross join lateral lists.criterion_a3(day.as_of, subject_grade.known_at, day.last_event_on) as a
            union all
            select a.subject_id, a.clause_code, a.evidence_ids
            from day cross join lateral lists.criterion_a4(day.as_of, subject_grade.known_at, day.last_event_on) as a
        ) as m
        cross join lateral unnest(m.evidence_ids) as e (evidence_id)
        group by m.subject_id
    ),
    marred as (
        select f.subject_id
        from day cross join lateral lists.criterion_a1_failure(day.as_of, subject_grade.known_at, day.last_event_on) as f
    ),
    punished as (
        select f.subject_id, f.evidence_ids
        from day cross join lateral lists.criterion_b1_failure(day.as_of, subject_grade.known_at, day.last_event_on) as f
    ),
    certified as (
        select b.subject_id, b.evidence_ids
        from day cross join lateral lists.criterion_b2(day.as_of, subject_grade.known_at, day.last_event_on) as b
    ),
    judged as (
        select
            s.subject_id,
            case
                when strictest.grade is not null then strictest.grade
                when day.conditions_of_a = 'a' and marred.subject_id is null and merit.met_count >= 1 then 'A'::law.grade
                when day.conditions_of_a = 'b' and marred.subject_id is null and merit.met_count = 3 then 'A'::law.grade
                when day.conditions_of_a = 'c' and (marred.subject_id is null or merit.met_count >= 1) then 'A'::law.grade
                else 'B'::law.grade
            end as grade,
            strictest.clause_codes as listed_clauses,
            strictest.evidence_ids as listed_evidence,
            marred.subject_id is null as is_unmarred,
            merit.clause_codes as merit_clauses,
            merit.evidence_ids as merit_evidence,
            punished.subject_id is null as is_unpunished,
            certified.evidence_ids as certified_evidence
        from register.subject_as_known(subject_grade.known_at) as s
        cross join day
        left join strictest on strictest.subject_id = s.subject_id
        left join merit on merit.subject_id = s.subject_id
        left join marred on marred.subject_id = s.subject_id
        left join punished on punished.subject_id = s.subject_id
        left join certified on certified.subject_id = s.subject_id
        where day.has_rules
            and s.kind <> 'person'
            and (s.registered_on is null or s.registered_on <= day.as_of)
            and (s.deregistered_on is null or s.deregistered_on > day.as_of)
    )
    select
        j.subject_id,
        j.grade,
        case j.grade
            when 'A' then case when j.is_unmarred then array['A1'] else '{}' end || coalesce(j.merit_clauses, '{}')
            when 'B' then
                case
                    when j.is_unpunished and j.certified_evidence is not null then array['B1', 'B2']
                    when j.is_unpunished then array['B1']
                    when j.certified_evidence is not null then array['B2']
                    else array['B0']
                end
            else j.listed_clauses
        end,
        case j.grade
            when 'A' then coalesce(j.merit_evidence, '{}')
            when 'B' then coalesce(j.certified_evidence, '{}')
            else j.listed_evidence
        end
    from judged as j;
end;
comment on function lists.subject_grade(date, timestamptz, date) is
'The grade of every unit on a day, as known at a time, with the clauses and the records behind it.
Shape: one row per unit that exists on the day (persons have no grade, RD-36); evidence_ids are records, or memberships that rest on none.
last_event_on leaves out later events: the yearly run on 1 January passes 31 December (RD-06); null: the day itself.
Raises AX001 for a day before the plan, whatever the register holds.
Order of the grades: D, C, A, B (RD-04, RD-14); conditions of A by the policy RD-03. Source: plan IV.';
revoke all on function lists.subject_grade(date, timestamptz, date) from public;
grant execute on function lists.subject_grade(date, timestamptz, date) to anxin_worker;
