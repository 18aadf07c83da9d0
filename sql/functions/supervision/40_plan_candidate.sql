drop function if exists supervision.plan_candidate(integer, text, date) cascade;

create function supervision.plan_candidate(plan_year integer, agency_code text, as_of date)
returns table (
    subject_id bigint,
    credit_code text,
    grade law.grade,
    reason_code text,
    inspections_per_year integer,
    evidence_ids bigint[]
)
language sql stable
begin atomic
    with recursive inspecting as (
        select a.agency_code
        from ops.agency as a
        where a.agency_code = plan_candidate.agency_code
        union all
        select a.agency_code
        from inspecting as i
        join ops.agency as a on a.parent_code = i.agency_code
        where not exists (
            select from supervision.plan as p
            where p.plan_year = plan_candidate.plan_year and p.agency_code = a.agency_code
        )
    )
    select
        m.subject_id,
        code.value,
        m.grade,
        case
            when duty.subject_id is not null then 'must'
            when m.grade in ('C', 'D') then 'key'
            when m.is_set_by_industry and m.inspections_per_year > 0 then 'industry'
        end,
        greatest(m.inspections_per_year, 1),
        coalesce(duty.evidence_ids, '{}')
    from supervision.subject_measure(plan_candidate.as_of) as m
    join register.subject as s on s.subject_id = m.subject_id
    join ops.reporting_unit as u on u.reporting_unit_code = s.reporting_unit_code
    join inspecting as i on i.agency_code = u.agency_code
    left join register.subject_identifier as code on code.subject_id = m.subject_id and code.scheme = 'credit_code'
    left join supervision.plan_duty(plan_candidate.plan_year, plan_candidate.as_of) as duty on duty.subject_id = m.subject_id
    where not exists (
        select from supervision.plan_line as l
        where l.subject_id = m.subject_id and l.plan_year = plan_candidate.plan_year
    );
end;
comment on function supervision.plan_candidate(integer, text, date) is
'The units that an agency plans inspections for, with why each stands in the plan of the year.
Shape: one row per graded unit of the agency and of the agencies below it that have drawn no plan of their own, less those that stand in a plan of the year already; reason_code is must (RD-18), key (all other C and D), industry (A and B of an industry with a number of its own, RD-42), or null: left to the random draw. evidence_ids are the accidents and penalties behind must.
Source: plan V(1)-(4), (6), VI(3); RD-18, RD-42.';
revoke all on function supervision.plan_candidate(integer, text, date) from public;
grant execute on function supervision.plan_candidate(integer, text, date) to anxin_worker;
