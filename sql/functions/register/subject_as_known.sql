create or replace function register.subject_as_known(known_at timestamptz) returns setof register.subject_version
language sql stable parallel safe
begin atomic
    select v.*
    from register.subject_version as v
    where v.known_at <= subject_as_known.known_at
        and not exists (
            select from register.subject_version as n
            where n.subject_id = v.subject_id and n.version_no > v.version_no and n.version_no > 1
                and n.known_at <= subject_as_known.known_at
        );
end;
comment on function register.subject_as_known(timestamptz) is
'Subjects as known at a time: the newest version of each that was known then.
The test on version 1 lets the search for newer versions use the small index of corrections.
Shape: rows of register.subject_version, at most one for each subject_id.';
revoke all on function register.subject_as_known(timestamptz) from public;
grant execute on function register.subject_as_known(timestamptz) to anxin_worker;
