-- Purpose: how soon a list is published and withdrawn stands in law.parameter alone; the copies that each channel kept were those of one day.
-- Locks: publication.channel_list, for an instant. Functions that read the columns go with them and come back with the functions.

alter table publication.channel_list drop column publish_within cascade, drop column withdraw_within cascade;
comment on table publication.channel_list is 'One row says that a channel shows a list.';
