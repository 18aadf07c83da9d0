-- Purpose: what the database knows of the journals in which every send is noted outside of it, so that a restored copy is recognised.
-- Locks: none on existing data. Time on 1 M subjects: immediate.

create table publication.send_journal (
    journal_id uuid primary key,
    system_identifier text not null,
    timeline_id integer not null,
    mark bigint not null,
    replay_id bigint,
    act_id bigint,
    accepted_at timestamptz not null,
    constraint mark_is_not_negative check (mark >= 0)
);
comment on table publication.send_journal is 'One row is one send journal and the cluster and timeline for which it was accepted: only there may its host send.';
comment on column publication.send_journal.journal_id is 'id in the first line of the journal';
comment on column publication.send_journal.system_identifier is 'cluster for which it was accepted';
comment on column publication.send_journal.timeline_id is 'timeline of that cluster; a promoted or recovered server has a new one';
comment on column publication.send_journal.mark is 'bytes of the journal whose lines this database knows; an older copy of the database has an older mark';
comment on column publication.send_journal.replay_id is 'replay that the officer signed; null for the first journal. A later one has yet to be signed';
comment on column publication.send_journal.act_id is 'act by which an officer accepted it after a restore; null for the first journal of a register that had sent nothing';
comment on column publication.send_journal.accepted_at is 'when';

create table publication.replay (
    replay_id bigint primary key default nextval('ops.register_id'),
    journal_id uuid not null,
    system_identifier text not null,
    timeline_id integer not null,
    mark bigint not null,
    unknown_count integer not null,
    stray_count integer not null,
    replayed_at timestamptz not null
);
comment on table publication.replay is 'One row is one replay of a journal after a restore; append-only. An officer signs the latest (act accept-restore).';
comment on column publication.replay.replay_id is 'id';
comment on column publication.replay.journal_id is 'the journal';
comment on column publication.replay.system_identifier is 'cluster in which it was replayed';
comment on column publication.replay.timeline_id is 'its timeline';
comment on column publication.replay.mark is 'bytes replayed';
comment on column publication.replay.unknown_count is 'entries of which the journal knew a newer version';
comment on column publication.replay.stray_count is 'entries of memberships that this database does not hold';
comment on column publication.replay.replayed_at is 'when';

create table publication.stray (
    channel_code text not null references publication.channel,
    entry_id bigint not null,
    version bigint not null,
    withdraw_version bigint,
    state text not null,
    last_fault text,
    found_at timestamptz not null,
    settled_at timestamptz,
    primary key (channel_code, entry_id),
    constraint stray_state_is_known check (state in ('unknown', 'absent')),
    constraint absent_stray_is_settled check ((state = 'absent') = (settled_at is not null))
);
comment on table publication.stray is 'One row is one entry that was sent to a channel for a membership which the restored database does not hold: it is withdrawn.';
comment on column publication.stray.channel_code is 'the channel';
comment on column publication.stray.entry_id is 'id of the membership lost with the restore';
comment on column publication.stray.version is 'newest version known to have been sent before';
comment on column publication.stray.withdraw_version is 'version of its withdrawal; null before that is sent';
comment on column publication.stray.state is 'unknown, or absent once the channel was read back without it';
comment on column publication.stray.last_fault is 'code of the last fault; null without one';
comment on column publication.stray.found_at is 'when the journal was replayed';
comment on column publication.stray.settled_at is 'when it was read back as absent; null before';

create function publication.skip_ids(beyond bigint) returns bigint
language sql volatile
security definer set search_path = pg_catalog, pg_temp
return (
    select setval('ops.register_id', greatest(s.last_value, skip_ids.beyond))
    from ops.register_id as s
    where s.last_value / 100000000000 = skip_ids.beyond / 100000000000
);
comment on function publication.skip_ids(bigint) is
'Takes the sequence of ids past one that was in use before a restore, so that no new membership gets the id of an entry that a channel has seen. Never backwards, never out of the prefecture''s block.
Shape: the last id taken; null when the given one is of another block.';
revoke all on function publication.skip_ids(bigint) from public;
grant execute on function publication.skip_ids(bigint) to anxin_worker;

grant select, insert on publication.send_journal, publication.replay, publication.stray to anxin_worker;
grant update (system_identifier, timeline_id, mark, replay_id, act_id, accepted_at) on publication.send_journal to anxin_worker;
grant update (version, withdraw_version, state, last_fault, settled_at) on publication.stray to anxin_worker;
grant select on publication.send_journal, publication.replay, publication.stray to anxin_publisher;
