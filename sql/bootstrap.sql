-- Purpose: the migrator's own memory, made before the first migration where it is missing; later changes go through migrations.
-- Locks: none on existing tables.
create schema if not exists ops;

create table if not exists ops.applied_migration (
    number int not null,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default clock_timestamp(),
    applied_by text not null default session_user,
    constraint applied_migration_pkey primary key (number),
    constraint applied_migration_number_is_positive check (number > 0),
    constraint applied_migration_sha256_is_hexadecimal check (sha256 ~ '^[0-9a-f]{64}$')
);

comment on table ops.applied_migration is
    'Numbered files of sql/migrations that this database has. One row per file, never changed: an edited file is refused.';
comment on column ops.applied_migration.number is 'The four digits that begin the file''s name.';
comment on column ops.applied_migration.name is 'The file''s name after the number, without .sql.';
comment on column ops.applied_migration.sha256 is 'SHA-256 of the file as it was applied.';
comment on column ops.applied_migration.applied_at is 'When it was applied.';
comment on column ops.applied_migration.applied_by is 'The login that applied it.';

create table if not exists ops.applied_object (
    path text not null,
    sha256 text not null,
    applied_at timestamptz not null default clock_timestamp(),
    constraint applied_object_pkey primary key (path),
    constraint applied_object_sha256_is_hexadecimal check (sha256 ~ '^[0-9a-f]{64}$')
);

comment on table ops.applied_object is
    'Repeatable files of sql/functions, sql/views and sql/data as last applied. One row per file; another hash in the program makes them run again.';
comment on column ops.applied_object.path is 'The file''s path below sql/.';
comment on column ops.applied_object.sha256 is 'SHA-256 of the file as last applied.';
comment on column ops.applied_object.applied_at is 'When it was last applied.';

-- Every program compares its files with these before it works; they hold nothing to hide.
grant usage on schema ops to public;
grant select on ops.applied_migration, ops.applied_object to public;
