-- Purpose: what each step of a case owes next, several steps at once; the steps of revocation, restoration and merger; ends of roles;
-- successions; voided memberships; readings of numbers of persons only through a function that logs them.
-- Locks: access exclusive on cases.step, cases.procedure_case, lists.membership, for as long as their checks are validated.
-- Time on 1 M subjects: seconds.

-- The functions that read the column dropped below are made again right after the migrations.
drop function if exists cases.open_deadline(date) cascade;

create table cases.owed_step (
    subject_id bigint not null,
    case_id bigint not null,
    step_no integer not null,
    owed_codes text[] not null,
    term_code text not null,
    primary key (subject_id, case_id, step_no, owed_codes),
    foreign key (subject_id, case_id, step_no) references cases.step,
    constraint owed_step_is_known check (owed_codes <> '{}' and owed_codes <@ array['defence_waived', 'defence_heard', 'decided',
        'accepted', 'refused', 'served', 'entered', 'reported'])
);
comment on table cases.owed_step is 'One row is one step that a step done owes: any of owed_codes, within the working days of a parameter counted from it. Append-only; the due date is derived while the step is open.';
comment on column cases.owed_step.subject_id is 'the subject';
comment on column cases.owed_step.case_id is 'the case';
comment on column cases.owed_step.step_no is 'step from which the term runs';
comment on column cases.owed_step.owed_codes is 'steps of which one is owed';
comment on column cases.owed_step.term_code is 'parameter with the working days';

insert into cases.owed_step (subject_id, case_id, step_no, owed_codes, term_code)
select s.subject_id, s.case_id, s.step_no, case s.step_code when 'filed' then array['accepted', 'refused'] else array['decided'] end,
    s.next_term_code
from cases.step as s
where s.next_term_code is not null;

alter table cases.step drop column next_term_code;
alter table cases.step drop constraint step_is_known;
alter table cases.step add constraint step_is_known check (step_code in ('notice_served', 'defence_waived', 'defence_heard', 'decided',
    'filed', 'opened', 'accepted', 'refused', 'served', 'entered', 'reported', 'moot'));
alter table cases.step add constraint outcome_is_known check (outcome in ('list', 'not_list', 'change', 'delete', 'keep', 'granted', 'denied',
    'revoke', 'restore', 'not_restore', 'new_listing', 'no_transfer'));
alter table cases.step add constraint decision_has_an_outcome check (step_code <> 'decided' or outcome is not null);
comment on column cases.step.outcome is 'list, not_list, change, delete, keep, granted, denied, revoke, restore, not_restore, new_listing, no_transfer; null where a step has no outcome';

alter table cases.procedure_case drop constraint procedure_is_known;
alter table cases.procedure_case add constraint procedure_is_known
    check (procedure_code in ('listing', 'objection', 'early_removal', 'revocation', 'restoration', 'merger'));
alter table cases.procedure_case drop constraint removal_is_about_a_membership;
alter table cases.procedure_case add constraint removal_is_about_a_membership
    check (procedure_code not in ('early_removal', 'revocation', 'restoration', 'merger') or about_membership_id is not null);
alter table cases.procedure_case add column ends_with_membership boolean not null default false;
update cases.procedure_case set ends_with_membership = true where procedure_code = 'early_removal';
alter table cases.procedure_case alter column ends_with_membership drop default;
comment on column cases.procedure_case.ends_with_membership is 'whether the case, while undecided, loses its object when the membership ends';
comment on column cases.procedure_case.procedure_code is 'listing, objection, early_removal, revocation, restoration or merger';
create index cases_by_id on cases.procedure_case (case_id);

grant select, insert on cases.owed_step to anxin_worker;

alter table lists.membership drop constraint membership_end_reason_is_known;
alter table lists.membership add constraint membership_end_reason_is_known check (end_reason in ('early_removal', 'revoked', 'annulled',
    'repaired', 'objection', 'corrected', 'deregistered'));
comment on column lists.membership.end_reason is 'early_removal, revoked, annulled, repaired, objection, corrected (void from its first day), deregistered; null while not ended';

create table register.responsibility_end (
    subject_id bigint not null,
    responsibility_id bigint not null,
    last_day date not null,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, responsibility_id),
    foreign key (subject_id, responsibility_id) references register.responsibility
);
comment on table register.responsibility_end is 'One row ends one role of one person at one unit; append-only.';
comment on column register.responsibility_end.subject_id is 'the unit';
comment on column register.responsibility_end.responsibility_id is 'the role';
comment on column register.responsibility_end.last_day is 'last day in the role';
comment on column register.responsibility_end.act_id is 'act that brought it';
comment on column register.responsibility_end.known_at is 'time from which it is known';

create table register.succession (
    subject_id bigint not null references register.subject,
    successor_id bigint not null,
    merged_on date not null,
    document_number text not null,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, successor_id),
    constraint subject_does_not_succeed_itself check (successor_id <> subject_id)
);
comment on table register.succession is 'One row says that one unit was absorbed by another; nothing passes over by itself (RD-29).';
comment on column register.succession.subject_id is 'unit absorbed';
comment on column register.succession.successor_id is 'unit that absorbed it; no foreign key across subjects';
comment on column register.succession.merged_on is 'day of the merger';
comment on column register.succession.document_number is 'document of the registration';
comment on column register.succession.act_id is 'act that brought it';
comment on column register.succession.known_at is 'time from which it is known';

grant select, insert on register.responsibility_end, register.succession to anxin_worker;

-- A number is read through register.reveal_number alone, which logs the reading.
revoke all on register.person, register.reveal from anxin_revealer;
revoke all on sequence ops.register_id from anxin_revealer;
