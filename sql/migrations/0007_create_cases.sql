-- Purpose: procedures with their steps and due dates.
-- Locks: none on existing data. Time on 1 M subjects: immediate.

create table cases.procedure_case (
    subject_id bigint not null references register.subject,
    case_id bigint not null default nextval('ops.register_id'),
    procedure_code text not null,
    about_record_id bigint,
    about_membership_id bigint,
    clause_code text references law.clause,
    agency_code text not null references ops.agency,
    handler_code text not null references ops.officer,
    opened_on date not null,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, case_id),
    constraint procedure_is_known check (procedure_code in ('listing', 'objection', 'early_removal', 'revocation', 'restoration')),
    constraint objection_is_about_a_record check (procedure_code <> 'objection' or about_record_id is not null),
    constraint removal_is_about_a_membership check (procedure_code not in ('early_removal', 'revocation', 'restoration') or about_membership_id is not null)
);
comment on table cases.procedure_case is 'One row is one run of a procedure for one subject; its state is that of its last step.';
comment on column cases.procedure_case.subject_id is 'the subject';
comment on column cases.procedure_case.case_id is 'id of the case';
comment on column cases.procedure_case.procedure_code is 'listing, objection, early_removal, revocation or restoration';
comment on column cases.procedure_case.about_record_id is 'record in question; null when the case is about a membership';
comment on column cases.procedure_case.about_membership_id is 'membership in question; null when there is none yet';
comment on column cases.procedure_case.clause_code is 'ground of a listing; null for other procedures';
comment on column cases.procedure_case.agency_code is 'agency responsible';
comment on column cases.procedure_case.handler_code is 'officer who handles the case and may not decide it';
comment on column cases.procedure_case.opened_on is 'legal date of the first step';
comment on column cases.procedure_case.act_id is 'act that opened it';
comment on column cases.procedure_case.known_at is 'time from which it is known';
create index cases_by_membership on cases.procedure_case (subject_id, about_membership_id) where about_membership_id is not null;

create table cases.step (
    subject_id bigint not null,
    case_id bigint not null,
    step_no integer not null,
    step_code text not null,
    done_on date not null,
    officer_code text not null references ops.officer,
    outcome text,
    was_due_on date,
    next_term_code text,
    detail jsonb not null default '{}',
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, case_id, step_no),
    foreign key (subject_id, case_id) references cases.procedure_case,
    constraint step_is_known check (step_code in ('notice_served', 'defence_waived', 'defence_heard', 'decided', 'filed', 'accepted', 'refused', 'moot'))
);
comment on table cases.step is 'One row is one step done in one case; append-only. The due date of an open step is derived from the step before it and the calendar as it is now; a step that is done keeps the due date it had.';
comment on column cases.step.subject_id is 'the subject';
comment on column cases.step.case_id is 'the case';
comment on column cases.step.step_no is '1, 2, 3 … in the case';
comment on column cases.step.step_code is 'what was done';
comment on column cases.step.done_on is 'legal date';
comment on column cases.step.officer_code is 'who did it';
comment on column cases.step.outcome is 'list, not_list, change, delete, keep, granted, denied; null where a step has no outcome';
comment on column cases.step.was_due_on is 'last day on which the step was in time, as it stood when it was done: never recomputed (RD-38); null when no term ran';
comment on column cases.step.next_term_code is 'parameter whose working days run from this step to the next; null when none is owed';
comment on column cases.step.detail is 'document numbers, conditions checked, opinion';
comment on column cases.step.act_id is 'act that did it';
comment on column cases.step.known_at is 'time from which it is known';

create table cases.document_number (
    agency_code text not null references ops.agency,
    numbered_year integer not null,
    kind text not null,
    serial_no integer not null,
    subject_id bigint not null,
    act_id bigint not null,
    primary key (agency_code, numbered_year, kind, serial_no),
    constraint document_numbers_start_at_one check (serial_no > 0)
);
comment on table cases.document_number is 'One row is one document number given out: without gaps per agency, year and kind, never reused.';
comment on column cases.document_number.agency_code is 'agency';
comment on column cases.document_number.numbered_year is 'year in brackets';
comment on column cases.document_number.kind is 'word before the year, such as 失信';
comment on column cases.document_number.serial_no is 'number';
comment on column cases.document_number.subject_id is 'subject of the document';
comment on column cases.document_number.act_id is 'act that took it';

grant select, insert on all tables in schema cases to anxin_worker;
