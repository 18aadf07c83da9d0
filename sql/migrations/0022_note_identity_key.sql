-- Purpose: the register knows the id of the key that its resident numbers are hashed and sealed with. Without it an act submitted from a machine
-- that holds another key made a second person of a known one.
-- Locks: none. Time on 1 M subjects: immediate.
create table ops.identity_key (
    is_only boolean not null default true primary key,
    key_id text not null,
    constraint identity_key_is_the_only_one check (is_only)
);
comment on table ops.identity_key is 'The one row is the key of resident numbers, noted by the first act of the register; no row before it. The key itself is never in the database.';
comment on column ops.identity_key.is_only is 'always true: there is one key';
comment on column ops.identity_key.key_id is 'the first 8 hexadecimal digits of the SHA-256 of the key';
insert into ops.identity_key (key_id) select p.key_id from register.person as p order by p.subject_id limit 1;
revoke all on ops.identity_key from public;
grant select, insert on ops.identity_key to anxin_worker;
