drop function if exists lists.membership_to_transfer(bigint, date) cascade;

create function lists.membership_to_transfer(subject_id bigint, as_of date)
returns table (membership_id bigint, list_code text)
language sql stable parallel safe
begin atomic
    select m.membership_id, m.list_code
    from lists.membership_in_force(membership_to_transfer.as_of, 'infinity', membership_to_transfer.as_of) as m
    where m.subject_id = membership_to_transfer.subject_id
        and (select law.policy_option('RD-29', membership_to_transfer.as_of)) = 'b';
end;
comment on function lists.membership_to_transfer(bigint, date) is
'Memberships that pass to the successor when the unit merges into it on a day: by option b of RD-29 those in force that day, by default none.
Shape: one row per membership. Source: RD-29.';
revoke all on function lists.membership_to_transfer(bigint, date) from public;
grant execute on function lists.membership_to_transfer(bigint, date) to anxin_worker;
