drop function if exists register.reveal_number(bigint, text, text) cascade;

create function register.reveal_number(subject_id bigint, officer_code text, reason text)
returns table (name text, masked_number text, number_cipher bytea, key_id text)
language plpgsql volatile
security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select from ops.officer as o
        where o.officer_code = reveal_number.officer_code and o.is_active and o.officer_code <> 'system'
    ) then
        raise exception 'no active officer has this code' using errcode = 'AX002';
    end if;
    if exists (
        select from ops.officer_login as l where l.login = session_user and l.officer_code <> reveal_number.officer_code
    ) then
        raise exception 'this login is another officer''s' using errcode = 'AX004';
    end if;
    if not exists (select from register.person as p where p.subject_id = reveal_number.subject_id) then
        raise exception 'no person has this id' using errcode = 'AX003';
    end if;
    insert into register.reveal (subject_id, officer_code, reason, revealed_at)
    values (reveal_number.subject_id, reveal_number.officer_code, reveal_number.reason, clock_timestamp());
    -- A rollback takes the row away, not this line.
    raise log 'number of person % read by % as %', reveal_number.subject_id, reveal_number.officer_code, session_user;
    return query
        select s.name, p.masked_number, p.number_cipher, p.key_id
        from register.person as p
        join register.subject as s on s.subject_id = p.subject_id
        where p.subject_id = reveal_number.subject_id;
end
$$;
comment on function register.reveal_number(bigint, text, text) is
'The encrypted number of one person, against a row in register.reveal that says who reads it, by which login, and why: the only way to it.
Shape: one row; the key that opens it is not in the database. Raises AX002 for an officer who is unknown or not active, AX004 where the login is another officer''s (ops.officer_login), AX003 for an id that is no person. The reason must not be blank (reveal_has_a_reason).
Source: PIPL Arts. 28, 51; RD-25.';
revoke all on function register.reveal_number(bigint, text, text) from public;
grant execute on function register.reveal_number(bigint, text, text) to anxin_revealer;
