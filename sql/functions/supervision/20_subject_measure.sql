drop function if exists supervision.subject_measure(date) cascade;

create function supervision.subject_measure(as_of date)
returns table (
    subject_id bigint,
    grade law.grade,
    measures text[],
    sources text[],
    inspections_per_year integer,
    frequency_source text,
    is_set_by_industry boolean
)
language sql stable parallel safe
begin atomic
    with rule as materialized (
        select law.policy_option('RD-42', subject_measure.as_of) = 'b' as industry_prevails
    ),
    applies as materialized (
        -- Measures of C hold for D too: "除采取C级监管措施外".
        select g.grade, g.grade as measures_of
        from unnest(enum_range(null::law.grade)) as g (grade)
        union all
        values ('D'::law.grade, 'C'::law.grade)
    ),
    valid as (
        select distinct on (m.grade, m.measure_no) m.grade, m.measure_no, m.text_zh, m.source
        from supervision.measure as m
        where m.valid_from <= subject_measure.as_of
        order by m.grade, m.measure_no, m.valid_from desc
    ),
    ordinary as materialized (
        select
            a.grade,
            array_agg(v.text_zh order by v.grade, v.measure_no) as measures,
            array_agg(v.source order by v.grade, v.measure_no) as sources
        from applies as a
        join valid as v on v.grade = a.measures_of
        group by a.grade
    ),
    base as materialized (
        select distinct on (a.grade) a.grade, f.inspections_per_year, f.source
        from applies as a
        join supervision.grade_frequency(subject_measure.as_of) as f on f.grade = a.measures_of
        order by a.grade, f.inspections_per_year desc, a.measures_of desc
    ),
    override as materialized (
        select distinct on (o.industry_code, o.grade)
            o.industry_code, o.grade, o.inspections_per_year, o.text_zh, o.source
        from supervision.override as o
        where o.valid_from <= subject_measure.as_of
        order by o.industry_code, o.grade, o.valid_from desc
    ),
    -- Industries are few and units many: each code is matched with its prefixes once.
    industry as materialized (
        select distinct on (code.industry_code, a.grade, a.measures_of)
            code.industry_code, a.grade, a.measures_of, o.inspections_per_year, o.text_zh, o.source
        from (select distinct s.industry_code from register.subject as s where s.industry_code is not null) as code
        join override as o on starts_with(code.industry_code, o.industry_code)
        join applies as a on a.measures_of = o.grade
        order by code.industry_code, a.grade, a.measures_of, length(o.industry_code) desc
    ),
    stricter as materialized (
        select
            i.industry_code,
            i.grade,
            array_agg(i.text_zh order by i.measures_of) as measures,
            array_agg(i.source order by i.measures_of) as sources,
            max(i.inspections_per_year) as inspections_per_year,
            (array_agg(i.source order by i.inspections_per_year desc, i.measures_of desc))[1] as frequency_source
        from industry as i
        group by i.industry_code, i.grade
    )
    select
        g.subject_id,
        g.grade,
        coalesce(ordinary.measures, '{}') || coalesce(stricter.measures, '{}'),
        coalesce(ordinary.sources, '{}') || coalesce(stricter.sources, '{}'),
        case when frequency.is_set_by_industry then stricter.inspections_per_year else base.inspections_per_year end,
        case when frequency.is_set_by_industry then stricter.frequency_source else base.source end,
        frequency.is_set_by_industry
    from lists.subject_grade(subject_measure.as_of) as g
    cross join rule
    join register.subject as s on s.subject_id = g.subject_id
    left join ordinary on ordinary.grade = g.grade
    left join base on base.grade = g.grade
    left join stricter on stricter.industry_code = s.industry_code and stricter.grade = g.grade
    cross join lateral (
        select stricter.inspections_per_year is not null
            and (rule.industry_prevails or stricter.inspections_per_year > coalesce(base.inspections_per_year, -1))
    ) as frequency (is_set_by_industry);
end;
comment on function supervision.subject_measure(date) is
'What supervision a unit gets on a day: the measures of its grade, those of its high-risk industry, and how often it is inspected.
Shape: one row per graded unit; measures and sources go together; inspections_per_year is null where neither the plan nor a rule of the industry gives a number, frequency_source is where it stands, and is_set_by_industry whether in a rule of the industry.
Of the rules of an industry the one with the longest matching prefix applies; the stricter of it and the grade''s own number wins, and the grade stays what it is (RD-42); by option b of RD-42 the industry''s number wins even where it is milder. D gets the measures of C as well.
Source: plan V(1)-(4), (6).';
revoke all on function supervision.subject_measure(date) from public;
grant execute on function supervision.subject_measure(date) to anxin_worker;
