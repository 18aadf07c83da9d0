-- Purpose: agencies, reporting units, officers and their roles, job runs.
-- Locks: none on existing data. Time on 1 M subjects: immediate.

create table ops.agency (
    agency_code text primary key,
    name text not null,
    parent_code text references ops.agency,
    level text not null,
    division_code text,
    is_emergency_department boolean not null,
    number_prefix text,
    constraint agency_level_is_known check (level in ('province', 'city', 'county', 'section')),
    constraint agency_is_not_its_own_parent check (parent_code <> agency_code)
);
comment on table ops.agency is 'One row is one authority that records, decides or publishes; a tree.';
comment on column ops.agency.agency_code is 'code used in acts and files';
comment on column ops.agency.name is 'full legal name';
comment on column ops.agency.parent_code is 'next-higher agency; null at the top';
comment on column ops.agency.level is 'province, city, county or section of a bureau';
comment on column ops.agency.division_code is 'six-digit division it is responsible for; null where none exists (RD-44)';
comment on column ops.agency.is_emergency_department is 'whether its safety penalties found grade C (RD-46)';
comment on column ops.agency.number_prefix is 'word that opens its document numbers, such as 随应急; null when it issues none';
create unique index agency_names_are_unique on ops.agency (name);

create table ops.reporting_unit (
    reporting_unit_code text primary key,
    name text not null,
    agency_code text not null references ops.agency,
    division_code text,
    sort_order smallint not null
);
comment on table ops.reporting_unit is 'One row is one unit that hands in the statistics form (RD-44); apart from division codes.';
comment on column ops.reporting_unit.reporting_unit_code is 'code of the unit';
comment on column ops.reporting_unit.name is 'name as printed after 报送单位';
comment on column ops.reporting_unit.agency_code is 'agency that runs the unit';
comment on column ops.reporting_unit.division_code is 'division whose subjects it takes by default; null when it takes none by code';
comment on column ops.reporting_unit.sort_order is 'order in city tables';
create unique index reporting_unit_names_are_unique on ops.reporting_unit (name);
create unique index one_reporting_unit_per_division on ops.reporting_unit (division_code);

create table ops.officer (
    officer_code text primary key,
    name text not null,
    agency_code text not null references ops.agency,
    is_active boolean not null default true
);
comment on table ops.officer is 'One row is one person of an agency, or one automatic actor, that signs acts.';
comment on column ops.officer.officer_code is 'code given in acts';
comment on column ops.officer.name is 'name';
comment on column ops.officer.agency_code is 'agency the officer belongs to';
comment on column ops.officer.is_active is 'whether the officer may still act';

create table ops.officer_role (
    officer_code text not null references ops.officer,
    role_code text not null,
    primary key (officer_code, role_code),
    constraint officer_role_is_known check (role_code in ('recorder', 'handler', 'decider', 'publisher', 'operator'))
);
comment on table ops.officer_role is 'One row is one thing an officer may do.';
comment on column ops.officer_role.officer_code is 'the officer';
comment on column ops.officer_role.role_code is 'recorder records facts, handler runs a case, decider decides, publisher runs publication, operator runs jobs and appoints officers';

create table ops.job_run (
    job_run_id bigint primary key default nextval('ops.register_id'),
    job text not null,
    as_of date not null,
    started_at timestamptz not null,
    finished_at timestamptz not null,
    changed_count integer not null,
    summary jsonb not null
);
comment on table ops.job_run is 'One row is one finished run of a job; a failed run leaves none.';
comment on column ops.job_run.job_run_id is 'run id, printed by the command';
comment on column ops.job_run.job is 'kebab-case name of the job';
comment on column ops.job_run.as_of is 'business day the run was made for';
comment on column ops.job_run.started_at is 'when it began';
comment on column ops.job_run.finished_at is 'when it ended';
comment on column ops.job_run.changed_count is 'how many things the run changed';
comment on column ops.job_run.summary is 'counts by kind';
create index job_runs_by_day on ops.job_run (job, as_of desc);

grant select on all tables in schema ops to anxin_worker;
grant select on ops.agency, ops.reporting_unit, ops.officer, ops.officer_role to anxin_officer;
grant insert on ops.officer, ops.officer_role, ops.job_run to anxin_worker;
grant update (name, agency_code, is_active) on ops.officer to anxin_worker;
