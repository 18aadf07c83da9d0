create or replace function lists.membership_as_known(known_at timestamptz) returns setof lists.membership_version
language sql stable parallel safe
begin atomic
    select v.*
    from lists.membership_version as v
    where v.known_at <= membership_as_known.known_at
        and not exists (
            select from lists.membership_version as n
            where n.subject_id = v.subject_id and n.membership_id = v.membership_id and n.version_no > v.version_no and n.version_no > 1
                and n.known_at <= membership_as_known.known_at
        );
end;
comment on function lists.membership_as_known(timestamptz) is
'Memberships as known at a time: the newest version of each that was known then.
The test on version 1 lets the search for newer versions use the small index of corrections.
Shape: rows of lists.membership_version, at most one for each subject_id, membership_id.';
revoke all on function lists.membership_as_known(timestamptz) from public;
grant execute on function lists.membership_as_known(timestamptz) to anxin_worker;
