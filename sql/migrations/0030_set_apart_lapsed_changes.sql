-- Purpose: changes whose worker died are tried alone, so that one at fault takes no other down with it and is found.
-- Locks: exclusive on publication.batch, for a moment. Time on 1 M subjects: immediate.

alter table publication.batch
    add column is_alone boolean not null default false;
comment on column publication.batch.is_alone is
    'whether it is claimed without others: it holds one change of a batch whose worker died, and that change may be the reason';
