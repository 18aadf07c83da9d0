-- Purpose: ids stay in their prefecture's block whatever a journal names; a reason for reading a number holds no number itself.
-- Locks: share row exclusive on ops.register_id and access exclusive on register.reveal for a moment. Time on 1 M subjects: none.

do $$
declare
    block_end bigint := (select (s.last_value / 100000000000 + 1) * 100000000000 - 1 from ops.register_id as s);
begin
    execute format('alter sequence ops.register_id maxvalue %s', block_end);
end
$$;

create or replace function publication.skip_ids(beyond bigint) returns bigint
language sql volatile
security definer set search_path = pg_catalog, pg_temp
return (
    select setval('ops.register_id', greatest(s.last_value, skip_ids.beyond))
    from ops.register_id as s
    where s.last_value / 100000000000 = skip_ids.beyond / 100000000000
        -- As many as a register gives out in years: a journal that names more was not written by this register.
        and skip_ids.beyond - s.last_value <= 1000000000
);
comment on function publication.skip_ids(bigint) is
'Takes the sequence of ids past one that was in use before a restore, so that no new membership gets the id of an entry that a channel has seen. Never backwards, never out of the prefecture''s block, never by more than a thousand million.
Shape: the last id taken; null when the given one is of another block or too far ahead.';

alter table register.reveal
    add constraint reveal_reason_names_no_number check (reason !~ '[0-9]{17}[0-9Xx]') not valid;
