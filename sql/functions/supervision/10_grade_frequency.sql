drop function if exists supervision.grade_frequency(date) cascade;

create function supervision.grade_frequency(as_of date)
returns table (grade law.grade, inspections_per_year integer, source text)
language sql stable parallel safe
begin atomic
    select distinct on (g.grade) g.grade, p.value, p.article
    from unnest(enum_range(null::law.grade)) as g (grade)
    join law.parameter as p
        on p.parameter_code = 'inspections-per-year-' || lower(g.grade::text) and p.valid_from <= grade_frequency.as_of
    order by g.grade, p.valid_from desc;
end;
comment on function supervision.grade_frequency(date) is
'The inspections a year that a grade asks for on a day.
Shape: one row per grade for which a number is in force; the plan gives one for B alone. Units: inspections a year. Source: plan V(2), RD-42.';
revoke all on function supervision.grade_frequency(date) from public;
grant execute on function supervision.grade_frequency(date) to anxin_worker;
