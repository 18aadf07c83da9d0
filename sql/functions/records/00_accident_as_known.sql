create or replace function records.accident_as_known(known_at timestamptz) returns setof records.accident
language sql stable parallel safe
begin atomic
    select v.*
    from records.accident as v
    where v.known_at <= accident_as_known.known_at
        and not exists (
            select from records.accident as n
            where n.subject_id = v.subject_id and n.record_id = v.record_id and n.version_no > v.version_no and n.version_no > 1
                and n.known_at <= accident_as_known.known_at
        );
end;
comment on function records.accident_as_known(timestamptz) is
'Accidents as known at a time: the newest version of each that was known then.
The test on version 1 lets the search for newer versions use the small index of corrections.
Shape: rows of records.accident, at most one for each subject_id, record_id.';
revoke all on function records.accident_as_known(timestamptz) from public;
grant execute on function records.accident_as_known(timestamptz) to anxin_worker;
