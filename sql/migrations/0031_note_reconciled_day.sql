-- Purpose: the day each channel's queue stands for, so that nothing takes the channels back to an earlier one unasked.
-- Locks: exclusive on publication.channel, for an instant. Time on 1 M subjects: immediate.
alter table publication.channel add column reconciled_on date;
comment on column publication.channel.reconciled_on is 'business day of the last reconciliation, for which the queue stands; null before the first';
grant update (reconciled_on) on publication.channel to anxin_worker;
