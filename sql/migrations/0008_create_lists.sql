-- Purpose: memberships of the lists, grades with their trace, frozen forms.
-- Locks: none on existing data. Time on 1 M subjects: immediate.

create table lists.membership (
    subject_id bigint not null references register.subject,
    membership_id bigint not null default nextval('ops.register_id'),
    list_code text not null,
    clause_code text not null references law.clause,
    decision_number text not null,
    agency_code text not null references ops.agency,
    listed_on date not null,
    published_on date,
    period_months smallint not null,
    period_basis text,
    unit_id bigint,
    founding_record_id bigint,
    case_id bigint,
    restores_membership_id bigint,
    ended_on date,
    end_reason text,
    end_decision_number text,
    expired_on date,
    during daterange not null generated always as (
        -- Dates out of order still give a range, so that the constraints below can say what is wrong with them.
        daterange(least(listed_on, ended_on, published_on),
            least(ended_on, (published_on + make_interval(months => period_months))::date + 1))) stored,
    version_no integer not null,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, membership_id),
    constraint list_is_known check (list_code in ('red', 'penalised', 'serious')),
    constraint membership_lasts_at_most_three_years check (period_months between 1 and 36),
    constraint shorter_period_has_a_basis check (period_months = 36 or period_basis ~ '\S'),
    constraint membership_is_published_after_it_is_decided check (published_on >= listed_on),
    constraint membership_ends_after_it_starts check (ended_on >= listed_on),
    constraint membership_end_has_a_reason check ((ended_on is null) = (end_reason is null)),
    constraint membership_end_reason_is_known check (end_reason in ('early_removal', 'revoked', 'annulled', 'repaired', 'objection', 'deregistered')),
    constraint expiry_is_the_day_after_the_last check (expired_on = (published_on + make_interval(months => period_months))::date + 1),
    constraint serious_listing_rests_on_a_penalty check (list_code <> 'serious' or founding_record_id is not null or period_basis ~ '\S'),
    constraint memberships_of_one_decision_do_not_overlap exclude using gist
        (subject_id with =, list_code with =, decision_number with =, agency_code with =, during with &&)
);
comment on table lists.membership is 'One row is one membership of one unit or person in one list as it is known now; guarded by constraints. History stands in lists.membership_version.';
comment on column lists.membership.subject_id is 'unit or person listed';
comment on column lists.membership.membership_id is 'id; also the public id of its entry';
comment on column lists.membership.list_code is 'penalised (grade C) or serious (grade D); red is kept for a published red list';
comment on column lists.membership.clause_code is 'ground';
comment on column lists.membership.decision_number is 'decision that lists: the penalty decision for penalised, the listing decision for serious';
comment on column lists.membership.agency_code is 'deciding agency: who punishes decides and answers (Order 11 Art. 4)';
comment on column lists.membership.listed_on is 'date of that decision (列入之日, RD-33); first day of the membership';
comment on column lists.membership.published_on is 'first success on a required channel (公布之日, RD-16); null: no end yet';
comment on column lists.membership.period_months is 'management period in months, at most 36 (RD-17)';
comment on column lists.membership.period_basis is 'why the period is shorter, or the basis of a transferred listing (RD-47); null for 36 months';
comment on column lists.membership.unit_id is 'unit in whose matter a person is listed; null for units; no foreign key across subjects';
comment on column lists.membership.founding_record_id is 'penalty the membership rests on: of the subject, or of the unit for a person';
comment on column lists.membership.case_id is 'listing case; null for the penalised list, which needs none';
comment on column lists.membership.restores_membership_id is 'membership this one restores after fraud (RD-40); null otherwise';
comment on column lists.membership.ended_on is 'first day no longer listed, when ended by a decision (RD-19); null otherwise';
comment on column lists.membership.end_reason is 'early_removal, revoked, annulled, repaired, objection, deregistered; null while not ended';
comment on column lists.membership.end_decision_number is 'decision that ended it; null where none is needed';
comment on column lists.membership.expired_on is 'first day off after the full period, once the expiry is recorded (RD-02, RD-32); null before';
comment on column lists.membership.during is 'days listed, half-open: from listed_on to the earlier of ended_on and the day after published_on + period';
comment on column lists.membership.version_no is 'number of the newest version';
comment on column lists.membership.act_id is 'act that brought the newest version';
comment on column lists.membership.known_at is 'time from which the newest version is known';
create index memberships_by_end on lists.membership (upper(during)) where expired_on is null and ended_on is null;
create index memberships_by_unit on lists.membership (unit_id) where unit_id is not null;
create index memberships_by_act on lists.membership (act_id);

create table lists.membership_version (
    subject_id bigint not null,
    membership_id bigint not null,
    version_no integer not null,
    list_code text not null,
    clause_code text not null references law.clause,
    decision_number text not null,
    agency_code text not null references ops.agency,
    listed_on date not null,
    published_on date,
    period_months smallint not null,
    period_basis text,
    unit_id bigint,
    founding_record_id bigint,
    case_id bigint,
    restores_membership_id bigint,
    ended_on date,
    end_reason text,
    end_decision_number text,
    expired_on date,
    during daterange not null,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, membership_id, version_no),
    foreign key (subject_id, membership_id) references lists.membership
);
create index membership_changes on lists.membership_version (subject_id, membership_id, version_no) where version_no > 1;
comment on table lists.membership_version is 'One row is what was known of one membership from known_at on, until its next version; append-only.';
do $$
declare
    column_name text;
begin
    for column_name in
        select a.attname from pg_attribute a
        where a.attrelid = 'lists.membership_version'::regclass and a.attnum > 0
    loop
        execute format('comment on column lists.membership_version.%I is %L', column_name,
            'as lists.membership.' || column_name);
    end loop;
end
$$;

create table lists.grade_run (
    grade_run_id bigint primary key default nextval('ops.register_id'),
    as_of date not null,
    last_event_on date not null,
    policy_stamp text not null,
    subject_count integer not null,
    changed_count integer not null,
    grade_counts jsonb not null,
    known_at timestamptz not null
);
comment on table lists.grade_run is 'One row is one computation of all grades for a day.';
comment on column lists.grade_run.grade_run_id is 'run id';
comment on column lists.grade_run.as_of is 'day graded';
comment on column lists.grade_run.last_event_on is 'last day whose events count (RD-06)';
comment on column lists.grade_run.policy_stamp is 'digest of the policy and parameters in force';
comment on column lists.grade_run.subject_count is 'subjects graded';
comment on column lists.grade_run.changed_count is 'grades that differ from the run before in grade or reasons';
comment on column lists.grade_run.grade_counts is 'subjects by grade';
comment on column lists.grade_run.known_at is 'when it was computed';

create table lists.grade (
    subject_id bigint not null references register.subject,
    grade_run_id bigint not null references lists.grade_run,
    as_of date not null,
    grade law.grade,
    clause_codes text[] not null,
    evidence_ids bigint[] not null,
    known_at timestamptz not null,
    primary key (subject_id, grade_run_id),
    constraint only_a_leaver_has_no_grade check (grade is not null or cardinality(clause_codes) = 0)
);
comment on table lists.grade is 'One row is one grade that differs from the one stored before it, in grade or reasons.';
comment on column lists.grade.subject_id is 'the unit';
comment on column lists.grade.grade_run_id is 'run that found it';
comment on column lists.grade.as_of is 'day of the run';
comment on column lists.grade.grade is 'A, B, C or D; null from the day a subject is graded no more';
comment on column lists.grade.clause_codes is 'clauses that give the grade';
comment on column lists.grade.evidence_ids is 'records or memberships behind it';
comment on column lists.grade.known_at is 'when it was computed';
create index grades_by_day on lists.grade (subject_id, as_of desc, known_at desc);

create table lists.form (
    form_id bigint primary key default nextval('ops.register_id'),
    form_year integer not null,
    reporting_unit_code text references ops.reporting_unit,
    edition_no integer not null,
    as_of date not null,
    filled_by text not null,
    filled_on date not null,
    line_count integer not null,
    sha256 bytea not null,
    act_id bigint not null,
    known_at timestamptz not null
);
comment on table lists.form is 'One row is one frozen edition of the yearly statistics form of one reporting unit or of the city (RD-27).';
comment on column lists.form.form_id is 'id';
comment on column lists.form.form_year is 'year the form reports on';
comment on column lists.form.reporting_unit_code is 'unit; null for the city';
comment on column lists.form.edition_no is '1 as first handed in; later editions mark corrected lines';
comment on column lists.form.as_of is '1 January after the year (RD-06)';
comment on column lists.form.filled_by is '统计人员';
comment on column lists.form.filled_on is '时间';
comment on column lists.form.line_count is 'lines';
comment on column lists.form.sha256 is 'digest of the lines';
comment on column lists.form.act_id is 'act that froze it';
comment on column lists.form.known_at is 'time as of which it was filled';
create unique index one_edition_of_a_form on lists.form (form_year, coalesce(reporting_unit_code, ''), edition_no);

create table lists.form_line (
    form_id bigint not null references lists.form,
    line_no integer not null,
    subject_id bigint not null,
    credit_code text not null,
    subject_name text not null,
    grade law.grade not null,
    remark text not null,
    is_corrected boolean not null,
    primary key (form_id, line_no)
);
comment on table lists.form_line is 'One row is one line of a frozen form.';
comment on column lists.form_line.form_id is 'the form';
comment on column lists.form_line.line_no is '序号';
comment on column lists.form_line.subject_id is 'the unit';
comment on column lists.form_line.credit_code is '统一社会信用代码';
comment on column lists.form_line.subject_name is '生产经营单位名称';
comment on column lists.form_line.grade is '安全生产信用等级';
comment on column lists.form_line.remark is '备注';
comment on column lists.form_line.is_corrected is 'whether the line differs from the edition before';

grant select, insert on all tables in schema lists to anxin_worker;
grant update (published_on, ended_on, end_reason, end_decision_number, expired_on, version_no, act_id, known_at)
    on lists.membership to anxin_worker;
