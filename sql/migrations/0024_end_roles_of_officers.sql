-- Purpose: a role of an officer can end while the officer stays; ops.officer_role is append-only, so its end is a row of its own.
-- Locks: none on existing data. Time on 1 M subjects: immediate.

create table ops.officer_role_end (
    officer_code text not null,
    role_code text not null,
    ended_on date not null,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (officer_code, role_code),
    foreign key (officer_code, role_code) references ops.officer_role
);
comment on table ops.officer_role_end is 'One row ends one thing an officer may do; append-only, the role is not given again.';
comment on column ops.officer_role_end.officer_code is 'the officer';
comment on column ops.officer_role_end.role_code is 'the role';
comment on column ops.officer_role_end.ended_on is 'legal date of the act that ended it; from then on nothing is signed in it, whatever day an act bears';
comment on column ops.officer_role_end.act_id is 'act that ended it';
comment on column ops.officer_role_end.known_at is 'time from which it is known';

grant select, insert on ops.officer_role_end to anxin_worker;
grant select on ops.officer_role_end to anxin_officer;
