-- Purpose: the ledger of acts, files received, rows returned, documents.
-- Locks: none on existing data. Time on 1 M subjects: immediate.

create function intake.cluster_id() returns bigint
language sql stable parallel safe
return (select c.system_identifier from pg_control_system() as c);
comment on function intake.cluster_id() is
'The cluster in which transaction numbers count now: they start again when a dump is restored into another.
Shape: one number. It reads a file of the server: call it once per statement, never per row.';
revoke all on function intake.cluster_id() from public;
grant execute on function intake.cluster_id() to anxin_worker;

create table intake.act (
    subject_id bigint not null,
    act_id bigint not null default nextval('ops.register_id'),
    act text not null,
    key text not null,
    acted_on date not null,
    officer_code text not null references ops.officer,
    payload jsonb not null,
    refusal_code text,
    result jsonb not null,
    known_at timestamptz not null,
    cluster_id bigint not null default intake.cluster_id(),
    xid xid8 not null default pg_current_xact_id(),
    primary key (subject_id, act_id),
    constraint act_key_is_not_blank check (key ~ '\S' and length(key) <= 200)
);
comment on table intake.act is 'One row is one act, performed or refused; append-only, sealed in batches by intake.seal.';
comment on column intake.act.subject_id is 'subject the act concerns; 0 for an act without subject';
comment on column intake.act.act_id is 'id of the act';
comment on column intake.act.act is 'kebab-case name of the act';
comment on column intake.act.key is 'key chosen by the sender; a performed key is performed once';
comment on column intake.act.acted_on is 'legal date of the act';
comment on column intake.act.officer_code is 'officer who signed it';
comment on column intake.act.payload is 'what was submitted, without numbers of persons';
comment on column intake.act.refusal_code is 'rule that refused the act; null when it was performed';
comment on column intake.act.result is 'ids and due dates answered, or what would make the act valid';
comment on column intake.act.known_at is 'time from which the register knows the act';
comment on column intake.act.cluster_id is 'cluster in which the transaction number counts';
comment on column intake.act.xid is 'transaction of the act, by which the sealer orders';
create index acts_by_transaction on intake.act (cluster_id, xid, act_id);

create table intake.act_key (
    key text primary key,
    subject_id bigint not null,
    act_id bigint not null,
    request_sha256 bytea not null
);
comment on table intake.act_key is 'One row is one key whose act was performed: the claim that makes acts idempotent.';
comment on column intake.act_key.key is 'key of the act';
comment on column intake.act_key.subject_id is 'subject of the act';
comment on column intake.act_key.act_id is 'the act';
comment on column intake.act_key.request_sha256 is 'keyed digest of what was submitted: the same key with other content is refused';

create table intake.seal (
    seal_no bigint primary key,
    system_identifier text not null,
    timeline_id integer not null,
    first_xid xid8 not null,
    last_xid xid8 not null,
    act_count bigint not null,
    previous_sha256 bytea not null,
    sha256 bytea not null,
    sealed_at timestamptz not null,
    constraint seal_has_acts check (act_count > 0)
);
comment on table intake.seal is 'One row seals the acts of a span of transactions and chains to the seal before it.';
comment on column intake.seal.seal_no is 'number of the seal, without gaps';
comment on column intake.seal.system_identifier is 'cluster in which the transaction numbers count';
comment on column intake.seal.timeline_id is 'timeline of that cluster';
comment on column intake.seal.first_xid is 'first transaction sealed';
comment on column intake.seal.last_xid is 'last transaction sealed';
comment on column intake.seal.act_count is 'acts sealed';
comment on column intake.seal.previous_sha256 is 'digest of the seal before; 32 zero bytes for the first';
comment on column intake.seal.sha256 is 'digest over the previous digest, the acts in order of transaction and id, and the other columns of the seal';
comment on column intake.seal.sealed_at is 'when';

create table intake.file (
    file_id bigint primary key default nextval('ops.register_id'),
    kind text not null,
    name text not null,
    sha256 bytea not null,
    row_count integer not null,
    accepted_count integer not null,
    rejected_count integer not null,
    officer_code text not null references ops.officer,
    received_at timestamptz not null,
    constraint file_kind_is_known check (kind in ('subjects', 'penalties', 'accidents', 'certifications', 'honours')),
    constraint file_rows_add_up check (accepted_count + rejected_count = row_count)
);
comment on table intake.file is 'One row is one file that was imported.';
comment on column intake.file.file_id is 'id of the file';
comment on column intake.file.kind is 'what its rows are';
comment on column intake.file.name is 'file name as given';
comment on column intake.file.sha256 is 'digest of its bytes';
comment on column intake.file.row_count is 'rows read';
comment on column intake.file.accepted_count is 'rows taken';
comment on column intake.file.rejected_count is 'rows returned';
comment on column intake.file.officer_code is 'officer who handed it in';
comment on column intake.file.received_at is 'when';

create table intake.reject (
    file_id bigint not null references intake.file,
    row_no integer not null,
    column_title text not null,
    rule_code text not null,
    primary key (file_id, row_no, column_title, rule_code)
);
comment on table intake.reject is 'One row is one reason for which one row of a file was returned; holds no value of the row.';
comment on column intake.reject.file_id is 'the file';
comment on column intake.reject.row_no is 'row number as a spreadsheet shows it';
comment on column intake.reject.column_title is 'column at fault; empty when the row as a whole is';
comment on column intake.reject.rule_code is 'rule that was broken';

create table intake.document (
    subject_id bigint not null,
    document_id bigint not null default nextval('ops.register_id'),
    title text not null,
    document_number text,
    media_type text not null,
    sha256 bytea not null,
    byte_count bigint not null,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, document_id)
);
comment on table intake.document is 'One row is one document that backs a record or a decision.';
comment on column intake.document.subject_id is 'subject it concerns; 0 when several';
comment on column intake.document.document_id is 'id of the document';
comment on column intake.document.title is 'title';
comment on column intake.document.document_number is 'number on its head; null when it has none';
comment on column intake.document.media_type is 'media type of the stored file';
comment on column intake.document.sha256 is 'digest of its bytes';
comment on column intake.document.byte_count is 'size in bytes';
comment on column intake.document.act_id is 'act that brought it';
comment on column intake.document.known_at is 'time from which the register knows it';

grant select, insert on all tables in schema intake to anxin_worker;
