-- Purpose: channels, what each is proven to show, the queue, deliveries, receipts.
-- Locks: none on existing data. Time on 1 M subjects: immediate.

create table publication.channel (
    channel_code text primary key,
    name text not null,
    is_required boolean not null,
    is_paused boolean not null default false,
    batch_size integer not null default 100,
    constraint batch_size_is_positive check (batch_size > 0)
);
comment on table publication.channel is 'One row is one disclosure channel.';
comment on column publication.channel.channel_code is 'bureau-site, sharing-platform, enterprise-publicity';
comment on column publication.channel.name is 'name';
comment on column publication.channel.is_required is 'whether a first success on it starts the management period (RD-16)';
comment on column publication.channel.is_paused is 'whether an operator has stopped deliveries';
comment on column publication.channel.batch_size is 'items leased at a time';

create table publication.channel_list (
    channel_code text not null references publication.channel,
    list_code text not null,
    publish_within integer not null,
    withdraw_within integer not null,
    primary key (channel_code, list_code)
);
comment on table publication.channel_list is 'One row says that a channel shows a list, and how soon.';
comment on column publication.channel_list.channel_code is 'the channel';
comment on column publication.channel_list.list_code is 'the list';
comment on column publication.channel_list.publish_within is 'working days from the decision to publication';
comment on column publication.channel_list.withdraw_within is 'working days from the first day off to the end of publication (RD-35)';

create table publication.entry (
    subject_id bigint not null references register.subject,
    membership_id bigint not null,
    channel_code text not null references publication.channel,
    last_version bigint not null,
    state text not null,
    shown_version bigint,
    shown_sha256 text,
    proven_at timestamptz,
    primary key (subject_id, membership_id, channel_code),
    constraint entry_state_is_known check (state in ('absent', 'shown', 'unknown')),
    constraint shown_entry_is_proven check (state <> 'shown' or (shown_version is not null and shown_sha256 is not null and proven_at is not null)),
    constraint shown_version_was_given_out check (shown_version <= last_version)
);
comment on table publication.entry is 'One row is what one channel is last proven to show of one membership.';
comment on column publication.entry.subject_id is 'subject listed';
comment on column publication.entry.membership_id is 'the membership';
comment on column publication.entry.channel_code is 'the channel';
comment on column publication.entry.last_version is 'newest version given out; only ever grows, so that no late publish lands after a withdraw';
comment on column publication.entry.state is 'absent, shown, or unknown after an unclear answer';
comment on column publication.entry.shown_version is 'version proven to be shown; null when none';
comment on column publication.entry.shown_sha256 is 'digest of the content shown; null when none';
comment on column publication.entry.proven_at is 'time of the proof; null before the first';

create table publication.item (
    subject_id bigint not null references register.subject,
    item_id bigint not null default nextval('ops.register_id'),
    membership_id bigint not null,
    channel_code text not null references publication.channel,
    version bigint not null,
    action text not null,
    content jsonb,
    content_sha256 text,
    term_starts_on date,
    term_days integer,
    due_on date,
    is_due_provisional boolean not null,
    state text not null,
    attempt_count integer not null default 0,
    next_attempt_at timestamptz not null,
    lease_token uuid,
    leased_until timestamptz,
    last_fault text,
    queued_at timestamptz not null,
    primary key (subject_id, item_id),
    constraint item_action_is_known check (action in ('publish', 'withdraw')),
    constraint item_state_is_known check (state in ('ready', 'leased', 'sent', 'dead')),
    constraint publish_has_content check ((action = 'publish') = (content is not null and content_sha256 is not null)),
    constraint leased_item_has_a_token check ((state = 'leased') = (lease_token is not null and leased_until is not null))
);
comment on table publication.item is 'One row is one open change of one channel; finished changes move to publication.delivery.';
comment on column publication.item.subject_id is 'subject listed';
comment on column publication.item.item_id is 'id';
comment on column publication.item.membership_id is 'the membership';
comment on column publication.item.channel_code is 'the channel';
comment on column publication.item.version is 'version of the entry on the channel; the idempotency key is channel, membership and version';
comment on column publication.item.action is 'publish (add or change) or withdraw';
comment on column publication.item.content is 'what to show, personal data already masked; null for withdraw';
comment on column publication.item.content_sha256 is 'digest of the content; null for withdraw';
comment on column publication.item.term_starts_on is 'day from which the term runs; null when the law dates the change nowhere';
comment on column publication.item.term_days is 'working days of the term; null likewise';
comment on column publication.item.due_on is 'last day in time; null when the calendar does not reach it';
comment on column publication.item.is_due_provisional is 'whether a holiday notice still to come may move that day (RD-38)';
comment on column publication.item.state is 'ready, leased, sent (handed over, proof to come) or dead (needs a person)';
comment on column publication.item.attempt_count is 'deliveries tried';
comment on column publication.item.next_attempt_at is 'not before';
comment on column publication.item.lease_token is 'token of the worker that holds it; null when none does';
comment on column publication.item.leased_until is 'end of the lease; null when none';
comment on column publication.item.last_fault is 'code of the last fault; null when none';
comment on column publication.item.queued_at is 'when it was queued';
create unique index item_versions_are_given_out_once on publication.item (subject_id, membership_id, channel_code, version);
create index items_to_deliver on publication.item (channel_code, next_attempt_at, item_id) where state in ('ready', 'leased');

create table publication.delivery (
    subject_id bigint not null references register.subject,
    delivery_id bigint not null default nextval('ops.register_id'),
    item_id bigint not null,
    membership_id bigint not null,
    channel_code text not null references publication.channel,
    version bigint not null,
    action text not null,
    outcome text not null,
    fault text,
    evidence jsonb,
    content_sha256 text,
    due_on date,
    queued_at timestamptz not null,
    delivered_at timestamptz not null,
    delivered_on date not null,
    primary key (subject_id, delivery_id),
    constraint delivery_outcome_is_known check (outcome in ('done', 'sent', 'superseded', 'failed', 'refused', 'unclear', 'dead')),
    constraint done_delivery_has_evidence check (outcome <> 'done' or evidence is not null),
    constraint failed_delivery_names_the_fault check (outcome in ('done', 'sent', 'superseded') or fault is not null)
);
comment on table publication.delivery is 'One row is one attempt on one item, with its evidence; append-only.';
comment on column publication.delivery.subject_id is 'subject listed';
comment on column publication.delivery.delivery_id is 'id';
comment on column publication.delivery.item_id is 'the item';
comment on column publication.delivery.membership_id is 'the membership';
comment on column publication.delivery.channel_code is 'the channel';
comment on column publication.delivery.version is 'version of the entry on the channel';
comment on column publication.delivery.action is 'publish or withdraw';
comment on column publication.delivery.outcome is 'done (proven), sent (handed over), superseded, failed, refused, unclear, dead';
comment on column publication.delivery.fault is 'code of the fault; null without one';
comment on column publication.delivery.evidence is 'read-back: place, digest, size; null without one';
comment on column publication.delivery.content_sha256 is 'digest of the content; null for withdraw';
comment on column publication.delivery.due_on is 'last day in time, as queued';
comment on column publication.delivery.queued_at is 'when the item was queued';
comment on column publication.delivery.delivered_at is 'time of the attempt';
comment on column publication.delivery.delivered_on is 'business day of the attempt, against which lateness is measured';
create index deliveries_by_entry on publication.delivery (subject_id, membership_id, channel_code, version);

create table publication.receipt (
    receipt_id bigint primary key default nextval('ops.register_id'),
    channel_code text not null references publication.channel,
    file_name text not null,
    delivery_key text not null,
    is_believed boolean not null,
    refusal_code text,
    detail jsonb not null,
    received_at timestamptz not null,
    constraint disbelieved_receipt_has_a_reason check (is_believed = (refusal_code is null))
);
comment on table publication.receipt is 'One row is one receipt that came back, believed or refused; append-only.';
comment on column publication.receipt.receipt_id is 'id';
comment on column publication.receipt.channel_code is 'the channel';
comment on column publication.receipt.file_name is 'file it stood in';
comment on column publication.receipt.delivery_key is 'idempotency key it names';
comment on column publication.receipt.is_believed is 'whether it agrees with what was sent';
comment on column publication.receipt.refusal_code is 'why it was refused; null when believed';
comment on column publication.receipt.detail is 'what it said';
comment on column publication.receipt.received_at is 'when';

create table publication.read_back (
    read_back_id bigint primary key default nextval('ops.register_id'),
    channel_code text not null references publication.channel,
    as_of date not null,
    shown_count integer not null,
    surplus_count integer not null,
    missing_count integer not null,
    read_at timestamptz not null
);
comment on table publication.read_back is 'One row is one reading back of a whole channel; append-only.';
comment on column publication.read_back.read_back_id is 'id';
comment on column publication.read_back.channel_code is 'the channel';
comment on column publication.read_back.as_of is 'business day it was compared with';
comment on column publication.read_back.shown_count is 'entries found on the channel';
comment on column publication.read_back.surplus_count is 'shown but should not be';
comment on column publication.read_back.missing_count is 'should be shown but is not, or shows other content';
comment on column publication.read_back.read_at is 'when';

grant select, insert on all tables in schema publication to anxin_worker;
grant update (is_paused) on publication.channel to anxin_worker;
grant update (last_version, state, shown_version, shown_sha256, proven_at) on publication.entry to anxin_worker;
grant update (due_on, is_due_provisional, state, attempt_count, next_attempt_at, lease_token, leased_until, last_fault), delete
    on publication.item to anxin_worker;
grant select on publication.channel, publication.channel_list, publication.entry, publication.item, publication.delivery,
    publication.receipt, publication.read_back to anxin_publisher;
