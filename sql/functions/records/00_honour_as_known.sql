create or replace function records.honour_as_known(known_at timestamptz) returns setof records.honour
language sql stable parallel safe
begin atomic
    select v.*
    from records.honour as v
    where v.known_at <= honour_as_known.known_at
        and not exists (
            select from records.honour as n
            where n.subject_id = v.subject_id and n.record_id = v.record_id and n.version_no > v.version_no and n.version_no > 1
                and n.known_at <= honour_as_known.known_at
        );
end;
comment on function records.honour_as_known(timestamptz) is
'Honours as known at a time: the newest version of each that was known then.
The test on version 1 lets the search for newer versions use the small index of corrections.
Shape: rows of records.honour, at most one for each subject_id, record_id.';
revoke all on function records.honour_as_known(timestamptz) from public;
grant execute on function records.honour_as_known(timestamptz) to anxin_worker;
