-- Purpose: changes leased by the batch, so that a claim writes one row; stamps and proven versions on entries; a pace for a channel.
-- Locks: exclusive on the tables of publication. Time on 1 M entries and deliveries: a minute, for the new key of deliveries.

alter table publication.channel
    add column items_per_minute integer,
    add column paced_until timestamptz,
    add constraint pace_is_positive check (items_per_minute > 0);
comment on column publication.channel.batch_size is 'items in a batch';
comment on column publication.channel.items_per_minute is 'how many the receiver takes a minute, over all workers; null: any number';
comment on column publication.channel.paced_until is 'time at which what was claimed so far is used up at that pace; null before the first claim under it';
grant update (items_per_minute, paced_until) on publication.channel to anxin_worker;

create table publication.batch (
    channel_code text not null references publication.channel,
    batch_id bigint not null,
    item_count integer not null,
    lease_token uuid,
    leased_until timestamptz,
    primary key (channel_code, batch_id),
    constraint leased_batch_has_a_token check ((lease_token is null) = (leased_until is null)),
    constraint batch_is_not_empty check (item_count > 0)
) with (fillfactor = 50);
comment on table publication.batch is
    'One row is one batch of changes due on one channel, which one worker takes as a whole; it goes when that worker settles it. These rows are the queue: nothing that waits, is finished or is dead stands in it.';
comment on column publication.batch.channel_code is 'the channel';
comment on column publication.batch.batch_id is 'id of its first item; batches are taken in this order';
comment on column publication.batch.item_count is 'items put into it';
comment on column publication.batch.lease_token is 'token of the worker that holds it; null when none does';
comment on column publication.batch.leased_until is 'time from which another worker may take it; null likewise';
grant select, insert, delete, update (lease_token, leased_until) on publication.batch to anxin_worker;
grant select on publication.batch to anxin_publisher;

drop index publication.items_to_deliver;
alter table publication.item
    drop constraint leased_item_has_a_token,
    drop constraint item_state_is_known,
    drop constraint item_subject_id_fkey,
    drop constraint item_channel_code_fkey,
    drop column lease_token,
    drop column leased_until,
    alter column content type json using content::json,
    add column batch_id bigint,
    add column is_first_publication boolean not null default true,
    alter column next_attempt_at drop not null;
-- The first worker to look puts them into batches.
update publication.item as i
set state = 'waiting', next_attempt_at = now()
where i.state in ('ready', 'leased');
update publication.item as i
set next_attempt_at = null
where i.state <> 'waiting';
alter table publication.item
    add constraint item_state_is_known check (state in ('ready', 'waiting', 'sent', 'dead')),
    add constraint ready_item_is_in_a_batch check ((state = 'ready') = (batch_id is not null)),
    add constraint waiting_item_has_a_time check ((state = 'waiting') = (next_attempt_at is not null)),
    add constraint item_changes_an_entry foreign key (subject_id, membership_id, channel_code) references publication.entry;
alter table publication.item
    alter column is_first_publication drop default;
comment on column publication.item.is_first_publication is
    'whether the membership had no publication date when this was queued: then its proof may start the period (RD-16)';
comment on column publication.item.batch_id is 'batch in which it is due; null while it waits for its time, a receipt or a person';
comment on column publication.item.content is 'what to show, as text that is sent as it stands, personal data already masked; null for withdraw';
comment on column publication.item.state is 'ready (in a batch), waiting (for its next attempt), sent (handed over, proof to come) or dead (needs a person)';
comment on column publication.item.next_attempt_at is 'time of the next attempt; null unless it waits for one';
create index items_by_batch on publication.item (batch_id) where batch_id is not null;
create index items_by_key on publication.item (membership_id, channel_code, version);
create index items_that_wait on publication.item (channel_code, next_attempt_at) where state = 'waiting';
grant update (batch_id) on publication.item to anxin_worker;

alter table publication.entry
    set (fillfactor = 80),
    add column last_stamp bigint,
    add column proven_version bigint not null default 0;
comment on column publication.entry.last_stamp is
    'stamp of the facts that decided last_version (publication.showing): while they are the same there is nothing new to send; null when the membership was not in force; 0 when it was not kept';
comment on column publication.entry.proven_version is 'newest version with a proof; 0 before the first. A late proof of an older one changes nothing';
update publication.entry as e
set last_stamp = case
        when e.state <> 'absent' or exists (
            select from publication.item as i
            where i.subject_id = e.subject_id and i.membership_id = e.membership_id and i.channel_code = e.channel_code
                and i.version = e.last_version and i.action = 'publish'
        ) then 0
    end,
    proven_version = coalesce((
        select max(d.version)
        from publication.delivery as d
        where d.subject_id = e.subject_id and d.membership_id = e.membership_id and d.channel_code = e.channel_code
            and d.outcome = 'done'
    ), 0);
grant update (last_stamp, proven_version) on publication.entry to anxin_worker;

-- History is written by the hundred thousand a minute. Its rows come from items, whose entry is checked; the locks those checks take on the
-- channel's row are what concurrent workers would wait for. One key serves for identity and for search.
drop index publication.deliveries_by_entry;
alter table publication.delivery
    drop constraint delivery_subject_id_fkey,
    drop constraint delivery_channel_code_fkey,
    drop constraint delivery_pkey,
    add primary key (subject_id, membership_id, channel_code, version, delivery_id);
