-- Purpose: answers that reading back did not bear out, counted apart from tries on a channel that is out of order.
-- Locks: exclusive on publication.item, for an instant. Time on 1 M items: immediate.
alter table publication.item add column unproven_count integer not null default 0;
comment on column publication.item.unproven_count is 'answers that reading back did not bear out, and deaths of the worker; at twelve the change waits for a person';
grant update (unproven_count) on publication.item to anxin_worker;
