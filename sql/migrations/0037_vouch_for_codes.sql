-- Purpose: a code whose check characters fail is taken where a document vouches for it (RD-43): some were issued so.
-- Locks: access exclusive on register.subject_identifier while its codes are checked again. Time on 1 M subjects: half a minute.

create table intake.vouched_code (
    code text primary key,
    document_number text not null,
    officer_code text not null references ops.officer,
    act_id bigint not null,
    known_at timestamptz not null default now(),
    constraint vouched_code_is_written_as_one check (code ~ '^[0-9ABCDEFGHJKLMNPQRTUWXY]{18}$'),
    constraint vouched_code_has_a_document check (document_number ~ '\S')
);
comment on table intake.vouched_code is 'One row is one unified social credit code that is taken although a check character fails, and the document that says so (RD-43); append-only.';
comment on column intake.vouched_code.code is 'the code, normalised';
comment on column intake.vouched_code.document_number is 'number of the document, such as the registration authority''s letter';
comment on column intake.vouched_code.officer_code is 'officer who compared them';
comment on column intake.vouched_code.act_id is 'act that recorded it';
comment on column intake.vouched_code.known_at is 'time from which it is known';
grant select, insert on intake.vouched_code to anxin_worker;

alter table register.subject_identifier
    add column is_vouched boolean not null default false,
    drop constraint credit_code_holds_both_check_characters,
    add constraint credit_code_holds_both_check_characters
        check (scheme <> 'credit_code' or is_vouched or register.is_credit_code(value));
comment on column register.subject_identifier.is_vouched is 'a document stands for the code in place of its check characters (intake.vouched_code)';
