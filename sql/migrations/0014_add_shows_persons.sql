-- Purpose: channels that show units only, as the enterprise publicity system does.
-- Locks: access exclusive on publication.channel, a handful of rows. Time on 1 M subjects: immediate.

alter table publication.channel add column shows_persons boolean not null default true;
comment on column publication.channel.shows_persons is 'whether it shows persons too; the enterprise publicity system has no place for them';
