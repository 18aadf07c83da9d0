-- Purpose: measures by grade, high-risk overrides, yearly plan with its reproducible draw.
-- Locks: none on existing data. Time on 1 M subjects: immediate.

create table supervision.measure (
    grade law.grade not null,
    measure_no smallint not null,
    valid_from date not null,
    text_zh text not null,
    source text not null,
    primary key (grade, measure_no, valid_from)
);
comment on table supervision.measure is 'One row is one measure that follows from a grade, from a day on.';
comment on column supervision.measure.grade is 'the grade';
comment on column supervision.measure.measure_no is 'order within the grade';
comment on column supervision.measure.valid_from is 'first day on which it applies';
comment on column supervision.measure.text_zh is 'words of the measure';
comment on column supervision.measure.source is 'where it stands';

create table supervision.override (
    industry_code text not null,
    grade law.grade not null,
    valid_from date not null,
    inspections_per_year smallint not null,
    text_zh text not null,
    source text not null,
    primary key (industry_code, grade, valid_from),
    constraint override_asks_for_inspections check (inspections_per_year >= 0)
);
comment on table supervision.override is 'One row is a stricter measure for a high-risk industry; it changes measures and frequency, never the grade (RD-42).';
comment on column supervision.override.industry_code is 'prefix of GB/T 4754-2017 codes';
comment on column supervision.override.grade is 'grade it applies to';
comment on column supervision.override.valid_from is 'first day on which it applies';
comment on column supervision.override.inspections_per_year is 'inspections a year, at least';
comment on column supervision.override.text_zh is 'words of the measure';
comment on column supervision.override.source is 'rule it stands in';

create table supervision.plan (
    plan_id bigint primary key default nextval('ops.register_id'),
    plan_year integer not null,
    agency_code text not null references ops.agency,
    drawn_on date not null,
    seed text not null,
    share_a_percent smallint not null,
    share_b_percent smallint not null,
    population_count integer not null,
    population_sha256 bytea not null,
    act_id bigint not null,
    known_at timestamptz not null,
    constraint plan_is_of_one_year unique (plan_id, plan_year),
    constraint plan_seed_is_not_blank check (seed ~ '\S'),
    constraint plan_shares_are_percentages check (share_a_percent between 0 and 100 and share_b_percent between 0 and 100)
);
comment on table supervision.plan is 'One row is one yearly inspection plan of one agency.';
comment on column supervision.plan.plan_id is 'id';
comment on column supervision.plan.plan_year is 'year of the plan';
comment on column supervision.plan.agency_code is 'agency that inspects; its plan holds the units of the agencies below it too';
comment on column supervision.plan.drawn_on is 'day of the draw: its grades count';
comment on column supervision.plan.seed is 'published seed of the random draw';
comment on column supervision.plan.share_a_percent is 'share of the A units drawn for spot checks';
comment on column supervision.plan.share_b_percent is 'share of the B units drawn';
comment on column supervision.plan.population_count is 'units drawn from';
comment on column supervision.plan.population_sha256 is 'SHA-256 of the credit codes drawn from, sorted and joined by newlines, so that a third party can repeat the draw';
comment on column supervision.plan.act_id is 'act that drew it';
comment on column supervision.plan.known_at is 'when';
create unique index one_plan_a_year on supervision.plan (plan_year, agency_code);

create table supervision.plan_population (
    subject_id bigint not null references register.subject,
    plan_id bigint not null references supervision.plan,
    credit_code text not null,
    grade law.grade not null,
    primary key (subject_id, plan_id),
    constraint draw_is_from_a_and_b check (grade in ('A', 'B'))
);
comment on table supervision.plan_population is 'One row is one unit that one plan drew from; kept, because a later correction must not change what a third party verifies.';
comment on column supervision.plan_population.subject_id is 'the unit';
comment on column supervision.plan_population.plan_id is 'the plan';
comment on column supervision.plan_population.credit_code is 'its code at the draw';
comment on column supervision.plan_population.grade is 'its grade at the draw';
create index populations_by_plan on supervision.plan_population (plan_id, credit_code);

create table supervision.plan_line (
    subject_id bigint not null references register.subject,
    plan_id bigint not null,
    plan_year integer not null,
    reason_code text not null,
    grade law.grade not null,
    inspections_per_year smallint not null,
    draw_no integer,
    evidence_ids bigint[] not null,
    primary key (subject_id, plan_id),
    foreign key (plan_id, plan_year) references supervision.plan (plan_id, plan_year),
    constraint unit_stands_in_one_plan_a_year unique (subject_id, plan_year),
    constraint plan_reason_is_known check (reason_code in ('must', 'key', 'drawn', 'spot_check')),
    constraint plan_reason_fits_the_grade check (case reason_code when 'key' then grade in ('C', 'D')
        when 'drawn' then grade = 'B' when 'spot_check' then grade = 'A' else true end),
    constraint plan_line_asks_for_an_inspection check (inspections_per_year >= 1),
    constraint only_a_drawn_line_has_a_draw_number check ((reason_code in ('drawn', 'spot_check')) = (draw_no is not null))
);
comment on table supervision.plan_line is 'One row is one subject in one plan.';
comment on column supervision.plan_line.subject_id is 'the unit';
comment on column supervision.plan_line.plan_id is 'the plan';
comment on column supervision.plan_line.plan_year is 'year of the plan';
comment on column supervision.plan_line.reason_code is 'must (accident and penalty for it, RD-18), key (all other C and D: key supervision), drawn (random draw of B), spot_check (random draw of A)';
comment on column supervision.plan_line.grade is 'grade at the draw';
comment on column supervision.plan_line.inspections_per_year is 'inspections planned; at least one, more where grade or industry asks for more';
comment on column supervision.plan_line.draw_no is 'place in the draw of its grade, from 1; null where nothing was drawn';
comment on column supervision.plan_line.evidence_ids is 'must: the accidents and penalties (RD-18); empty for the others';
create index plan_lines_by_plan on supervision.plan_line (plan_id);

grant select, insert on all tables in schema supervision to anxin_worker;
