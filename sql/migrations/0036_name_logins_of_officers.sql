-- Purpose: a login of the database belongs to an officer, so that reports show it what its agency and those below it answer for (ops.agencies_in_reach).
-- Locks: access exclusive on cases.issued_document for a grant, without reading it. Time on 1 M subjects: immediate.

create table ops.officer_login (
    login text primary key,
    officer_code text not null references ops.officer,
    act_id bigint not null,
    known_at timestamptz not null default now()
);
comment on table ops.officer_login is 'One row is one login of the database and the officer who uses it; append-only, a login is given once.';
comment on column ops.officer_login.login is 'name of the login, as session_user tells it';
comment on column ops.officer_login.officer_code is 'the officer';
comment on column ops.officer_login.act_id is 'act that named it';
comment on column ops.officer_login.known_at is 'time from which it is known';

grant select on ops.officer_login to anxin_worker;
grant insert (login, officer_code, act_id) on ops.officer_login to anxin_worker;

-- Documents of every agency stood open here; their list is reports.issued_document.
revoke select on cases.issued_document from anxin_officer;
revoke usage on schema cases from anxin_officer;
