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
    seed text not null,
    population_sha256 bytea not null,
    act_id bigint not null,
    known_at timestamptz not null
);
comment on table supervision.plan is 'One row is one yearly inspection plan of one agency.';
comment on column supervision.plan.plan_id is 'id';
comment on column supervision.plan.plan_year is 'year of the plan';
comment on column supervision.plan.agency_code is 'agency';
comment on column supervision.plan.seed is 'published seed of the random draw';
comment on column supervision.plan.population_sha256 is 'digest of the population drawn from, so that a third party can repeat the draw';
comment on column supervision.plan.act_id is 'act that drew it';
comment on column supervision.plan.known_at is 'when';
create unique index one_plan_a_year on supervision.plan (plan_year, agency_code);

create table supervision.plan_line (
    subject_id bigint not null references register.subject,
    plan_id bigint not null references supervision.plan,
    reason_code text not null,
    grade law.grade not null,
    primary key (subject_id, plan_id),
    constraint plan_reason_is_known check (reason_code in ('must', 'drawn', 'spot_check'))
);
comment on table supervision.plan_line is 'One row is one subject in one plan.';
comment on column supervision.plan_line.subject_id is 'the unit';
comment on column supervision.plan_line.plan_id is 'the plan';
comment on column supervision.plan_line.reason_code is 'must (accident and penalty, RD-18), drawn (random draw of B), spot_check (A)';
comment on column supervision.plan_line.grade is 'grade at the draw';

grant select, insert on all tables in schema supervision to anxin_worker;
