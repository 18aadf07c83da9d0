-- Purpose: the business day of a receipt, against which alarms are measured; finding a receipt that was kept already.
-- Locks: exclusive on publication.receipt. Time on 1 M receipts: some seconds.
alter table publication.receipt add column received_on date;
update publication.receipt as r
set received_on = (r.received_at at time zone 'Asia/Shanghai')::date;
alter table publication.receipt alter column received_on set not null;
comment on column publication.receipt.received_on is 'business day on which it was read';
create index receipts_by_key on publication.receipt (channel_code, delivery_key);
