-- One change of each entry of one channel in the queue, as a reconciliation puts it there.
\set ON_ERROR_STOP on
with numbered as (
    select e.subject_id, e.membership_id, e.channel_code, e.last_version + 1 as version, nextval('ops.register_id') as item_id,
        (row_number() over (order by e.subject_id) - 1) / 100 as batch_no
    from publication.entry as e
    where e.channel_code = 'enterprise-publicity'
    order by e.subject_id
    limit :items
),
batched as materialized (
    select n.*, min(n.item_id) over (partition by n.batch_no) as batch_id
    from numbered as n
),
made as (
    insert into publication.batch (channel_code, batch_id, item_count)
    select b.channel_code, b.batch_id, count(*)
    from batched as b
    group by b.channel_code, b.batch_id
)
insert into publication.item (subject_id, item_id, membership_id, channel_code, version, action, content, content_sha256,
    is_due_provisional, is_first_publication, state, batch_id, queued_at)
select b.subject_id, b.item_id, b.membership_id, b.channel_code, b.version, 'publish', c.content::json, c.content_sha256, false, false,
    'ready', b.batch_id, now()
from batched as b
cross join lateral publication.entry_content('2025-01-02', b.subject_id, b.membership_id) as c;
update publication.entry as e
set last_version = i.version
from publication.item as i
where i.subject_id = e.subject_id and i.membership_id = e.membership_id and i.channel_code = e.channel_code;
vacuum analyze publication.entry, publication.item, publication.batch;
