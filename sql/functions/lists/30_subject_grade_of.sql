create or replace function lists.subject_grade_of(
    subjects bigint[],
    as_of date,
    known_at timestamptz,
    last_event_on date
)
returns table (subject_id bigint, grade law.grade, clause_codes text[], evidence_ids bigint[])
language sql stable parallel safe
begin atomic
    with broken as (
        select b.subject_id, bool_or(b.breaks_a1) as breaks_a1, bool_or(b.breaks_b1) as breaks_b1
        from (
            select p.subject_id, p.breaks_a1, p.breaks_b1
            from lists.counted_penalty(subject_grade_of.as_of, subject_grade_of.known_at, least(coalesce(subject_grade_of.last_event_on, subject_grade_of.as_of), subject_grade_of.as_of)) as p
            where (subject_grade_of.subjects is null or p.subject_id = any (subject_grade_of.subjects))
            union all
            select a.subject_id, true, false
            from lists.counted_accident(subject_grade_of.as_of, subject_grade_of.known_at, least(coalesce(subject_grade_of.last_event_on, subject_grade_of.as_of), subject_grade_of.as_of)) as a
            where (subject_grade_of.subjects is null or a.subject_id = any (subject_grade_of.subjects))
        ) as b
        group by b.subject_id
    ),
    marked as (
        select m.subject_id, m.mark, m.evidence_id
        from (
            select c.subject_id, case when c.level <= 2 then 8 else 16 end as mark, c.record_id as evidence_id
            from lists.counted_certification(subject_grade_of.as_of, subject_grade_of.known_at, least(coalesce(subject_grade_of.last_event_on, subject_grade_of.as_of), subject_grade_of.as_of)) as c
            where (subject_grade_of.subjects is null or c.subject_id = any (subject_grade_of.subjects))
            union all
            select
                h.subject_id,
                case when not h.is_advanced then 256 when h.honoured_year = extract(year from subject_grade_of.as_of) - 1 then 32 else 64 end,
                h.record_id
            from lists.counted_honour(subject_grade_of.as_of, subject_grade_of.known_at, least(coalesce(subject_grade_of.last_event_on, subject_grade_of.as_of), subject_grade_of.as_of)) as h
            where (subject_grade_of.subjects is null or h.subject_id = any (subject_grade_of.subjects))
                and (not h.is_advanced or (select law.policy_option('RD-09', subject_grade_of.as_of)) <> 'b')
            union all
            select a.subject_id, 128, e.evidence_id
            from lists.criterion_a3(subject_grade_of.as_of, subject_grade_of.known_at, least(coalesce(subject_grade_of.last_event_on, subject_grade_of.as_of), subject_grade_of.as_of)) as a
            cross join lateral unnest(a.evidence_ids) as e (evidence_id)
            where (subject_grade_of.subjects is null or a.subject_id = any (subject_grade_of.subjects)) and (select law.policy_option('RD-09', subject_grade_of.as_of)) = 'b'
            union all
            select c.subject_id, 512, c.evidence_id
            from lists.counted_penalised(subject_grade_of.as_of, subject_grade_of.known_at, least(coalesce(subject_grade_of.last_event_on, subject_grade_of.as_of), subject_grade_of.as_of)) as c
            where (subject_grade_of.subjects is null or c.subject_id = any (subject_grade_of.subjects))
        ) as m
        -- In this order the evidence of each clause comes sorted.
        order by m.subject_id, m.evidence_id
    ),
    gathered as (
        select
            m.subject_id,
            bit_or(m.mark) as marks,
            array_agg(m.evidence_id) filter (where m.mark = 8) as a2,
            array_agg(m.evidence_id) filter (where m.mark in (32, 64, 128)) as a3,
            array_agg(m.evidence_id) filter (where m.mark = 256) as a4,
            array_agg(m.evidence_id) filter (where m.mark = 16) as b2,
            array_agg(m.evidence_id) filter (where m.mark = 512) as c1
        from marked as m
        group by m.subject_id
    ),
    read as (
        select
            s.subject_id,
            b.breaks_a1 is not true as meets_a1,
            g.a2 is not null as meets_a2,
            coalesce(g.marks & 128 > 0 or g.marks & 96 = 96, false) as meets_a3,
            g.a4 is not null as meets_a4,
            b.breaks_b1 is not true as meets_b1,
            g.b2 is not null as meets_b2,
            g.a2,
            g.a3,
            g.a4,
            g.b2,
            g.c1
        from register.subject_as_known(subject_grade_of.known_at) as s
        left join gathered as g on g.subject_id = s.subject_id
        left join broken as b on b.subject_id = s.subject_id
        where (subject_grade_of.subjects is null or s.subject_id = any (subject_grade_of.subjects))
            and s.kind <> 'person'
            and (s.registered_on is null or s.registered_on <= least(coalesce(subject_grade_of.last_event_on, subject_grade_of.as_of), subject_grade_of.as_of))
            and (s.deregistered_on is null or s.deregistered_on > least(coalesce(subject_grade_of.last_event_on, subject_grade_of.as_of), subject_grade_of.as_of))
    ),
    serious as (
        select d.subject_id, array_agg(distinct d.clause_code) as clause_codes,
            array_agg(e.evidence_id order by d.clause_code, e.evidence_id) as evidence_ids
        from lists.criterion_d(subject_grade_of.as_of, subject_grade_of.known_at, least(coalesce(subject_grade_of.last_event_on, subject_grade_of.as_of), subject_grade_of.as_of)) as d
        cross join lateral unnest(d.evidence_ids) as e (evidence_id)
        where (subject_grade_of.subjects is null or d.subject_id = any (subject_grade_of.subjects))
        group by d.subject_id
    ),
    judged as (
        select
            r.*,
            case
                when serious.subject_id is not null then 'D'::law.grade
                when r.c1 is not null then 'C'::law.grade
                when case (select law.policy_option('RD-03', subject_grade_of.as_of))
                    when 'a' then r.meets_a1 and (r.meets_a2 or r.meets_a3 or r.meets_a4)
                    when 'b' then r.meets_a1 and r.meets_a2 and r.meets_a3 and r.meets_a4
                    else r.meets_a1 or r.meets_a2 or r.meets_a3 or r.meets_a4
                end then 'A'::law.grade
                else 'B'::law.grade
            end as grade,
            serious.clause_codes as serious_clauses,
            serious.evidence_ids as serious_evidence
        from read as r
        left join serious on serious.subject_id = r.subject_id
    )
    select
        j.subject_id,
        j.grade,
        case j.grade
            when 'D' then j.serious_clauses
            when 'C' then array['C1']
            when 'A' then array_remove(
                array[case when j.meets_a1 then 'A1' end, case when j.meets_a2 then 'A2' end,
                    case when j.meets_a3 then 'A3' end, case when j.meets_a4 then 'A4' end], null)
            else
                case
                    when j.meets_b1 and j.meets_b2 then array['B1', 'B2']
                    when j.meets_b1 then array['B1']
                    when j.meets_b2 then array['B2']
                    else array['B0']
                end
        end,
        case j.grade
            when 'D' then j.serious_evidence
            when 'C' then j.c1
            when 'A' then coalesce(j.a2, '{}') || case when j.meets_a3 then j.a3 else '{}' end || coalesce(j.a4, '{}')
            else coalesce(j.b2, '{}')
        end
    from judged as j
    where (select law.parameter_value('a1-penalty-months', subject_grade_of.as_of)) > 0;
end;
comment on function lists.subject_grade_of(bigint[], date, timestamptz, date) is
'The grade of some units, or with null of every unit, on a day, as known at a time, with the clauses and the records behind it.
Every record that counts is looked at once and says its part as one bit; the functions lists.criterion_… say the same clause by clause.
Shape: one row per unit that exists on the day (persons have no grade, RD-36); evidence_ids are records, or memberships that rest on none.
last_event_on leaves out later events, the registration and deregistration of a unit among them: the yearly run on 1 January passes 31 December (RD-06); null: the day itself.
Raises AX001 for a day before the plan, whatever the register holds.
Order of the grades: D, C, A, B (RD-04, RD-14); conditions of A by the policy RD-03. Source: plan IV.';
revoke all on function lists.subject_grade_of(bigint[], date, timestamptz, date) from public;
grant execute on function lists.subject_grade_of(bigint[], date, timestamptz, date) to anxin_worker;
