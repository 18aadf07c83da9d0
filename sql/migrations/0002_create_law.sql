-- Purpose: the law as data: clauses, readings and the policy chosen for each, parameters, working-day calendar.
-- Locks: none on existing data. Time on 1 M subjects: immediate.

create type law.grade as enum ('A', 'B', 'C', 'D');
comment on type law.grade is 'grade of a subject, mildest first; a later value is stricter than an earlier one, except that B is the residual grade below A (RD-14: D > C > A > B when several apply)';

create table law.clause (
    clause_code text primary key,
    source text not null,
    article text not null,
    grade law.grade,
    target text,
    text_zh text not null,
    is_accident boolean not null,
    sort_order smallint not null,
    constraint clause_target_is_known check (target in ('unit', 'principal', 'unit and principal', 'unit and responsible persons', 'unit and persons found responsible'))
);
comment on table law.clause is 'One row is one clause of the plan or of Order 11 that a grade or a listing can cite.';
comment on column law.clause.clause_code is 'short code: A1…A4, B1, B2, B0 (residual), C1, DA1…DA5 (accident), DO1…DO4 (other)';
comment on column law.clause.source is 'document the clause stands in';
comment on column law.clause.article is 'article or line of that document';
comment on column law.clause.grade is 'grade the clause leads to';
comment on column law.clause.target is 'whom a listing under this clause names; null for clauses that list nobody';
comment on column law.clause.text_zh is 'the words of the clause';
comment on column law.clause.is_accident is 'whether the clause presupposes an accident';
comment on column law.clause.sort_order is 'order of the clauses in the plan';

create table law.parameter (
    parameter_code text not null,
    valid_from date not null,
    value integer not null,
    unit text not null,
    article text not null,
    is_verified boolean not null,
    note text,
    primary key (parameter_code, valid_from),
    constraint parameter_unit_is_known check (unit in ('month', 'working day', 'calendar day', 'count', 'percent', 'year', 'fen'))
);
comment on table law.parameter is 'One row is the value of one number of the law from a day on, until the next row of the same code.';
comment on column law.parameter.parameter_code is 'kebab-case name of the number';
comment on column law.parameter.valid_from is 'first day on which the value applies';
comment on column law.parameter.value is 'the number, in unit';
comment on column law.parameter.unit is 'unit of the value';
comment on column law.parameter.article is 'article or reading the number comes from';
comment on column law.parameter.is_verified is 'whether the text of the article was read; false: known from secondary sources only';
comment on column law.parameter.note is 'remark; null when there is nothing to add';

create table law.reading (
    reading_code text primary key,
    question text not null,
    is_policy boolean not null
);
comment on table law.reading is 'One row is one question that the law or the plan leaves open.';
comment on column law.reading.reading_code is 'RD-nn';
comment on column law.reading.question is 'the question in a few words';
comment on column law.reading.is_policy is 'whether the answer may be changed by a dated policy row';

create table law.reading_option (
    reading_code text not null references law.reading,
    option_code text not null,
    text_en text not null,
    is_default boolean not null,
    primary key (reading_code, option_code)
);
comment on table law.reading_option is 'One row is one answer to a reading.';
comment on column law.reading_option.reading_code is 'the question';
comment on column law.reading_option.option_code is 'a is the default answer; b, c are alternatives';
comment on column law.reading_option.text_en is 'the answer';
comment on column law.reading_option.is_default is 'whether this answer applies where no policy row says otherwise';

create unique index reading_has_one_default on law.reading_option (reading_code) where is_default;

create table law.policy (
    reading_code text not null,
    valid_from date not null,
    option_code text not null,
    decided_by text not null,
    primary key (reading_code, valid_from),
    foreign key (reading_code, option_code) references law.reading_option
);
comment on table law.policy is 'One row is the answer a bureau chose for one reading from a day on.';
comment on column law.policy.reading_code is 'the reading';
comment on column law.policy.valid_from is 'first day on which the answer applies';
comment on column law.policy.option_code is 'the chosen answer';
comment on column law.policy.decided_by is 'who decided it, by which document';

create table law.calendar_notice (
    notice_code text primary key,
    notice_year integer not null,
    issued_on date not null,
    title text not null
);
comment on table law.calendar_notice is 'One row is one notice of the State Council about days off, yearly or one-off (RD-38).';
comment on column law.calendar_notice.notice_code is 'code of the notice: the year, or year and a word for a one-off change';
comment on column law.calendar_notice.notice_year is 'year the notice arranges';
comment on column law.calendar_notice.issued_on is 'day the notice was issued; where two notices name the same day the later one counts';
comment on column law.calendar_notice.title is 'title of the notice';

create table law.calendar_exception (
    notice_code text not null references law.calendar_notice,
    day date not null,
    is_working_day boolean not null,
    name text not null,
    primary key (notice_code, day)
);
comment on table law.calendar_exception is 'One row is one day on which a notice departs from Monday to Friday.';
comment on column law.calendar_exception.notice_code is 'the notice';
comment on column law.calendar_exception.day is 'the day';
comment on column law.calendar_exception.is_working_day is 'true for a make-up day, false for a day off';
comment on column law.calendar_exception.name is 'holiday the day belongs to';

create table law.calendar_day (
    day date primary key,
    is_working_day boolean not null,
    working_day_no integer not null,
    is_provisional boolean not null
);
comment on table law.calendar_day is 'One row is one day; derived from the notices by law.rebuild_calendar.';
comment on column law.calendar_day.day is 'the day, Asia/Shanghai';
comment on column law.calendar_day.is_working_day is 'whether offices work';
comment on column law.calendar_day.working_day_no is 'number of working days from the first day of the table to this day, this day included';
comment on column law.calendar_day.is_provisional is 'whether a notice that is still to come may change the day (RD-38)';

create unique index working_days_are_numbered_once on law.calendar_day (working_day_no) where is_working_day;

grant select on all tables in schema law to anxin_worker, anxin_officer;
grant insert on law.calendar_notice, law.calendar_exception, law.policy, law.parameter to anxin_worker;
grant insert, update, delete on law.calendar_day to anxin_worker;
