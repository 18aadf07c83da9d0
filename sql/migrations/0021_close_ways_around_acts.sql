-- Purpose: the ledger tells the time and the transaction of an act itself; a reading of a number tells the login; locks and large objects are
-- for those who need them.
-- Locks: access exclusive on intake.act and register.reveal, without reading them. Time on 1 M subjects: immediate.

-- The sealer goes by xid and every report "as known at" by known_at: neither is the worker's to choose.
alter table intake.act alter column known_at set default now();
revoke insert on intake.act from anxin_worker;
grant insert (subject_id, act_id, act, key, acted_on, officer_code, payload, refusal_code, result, cluster_id) on intake.act to anxin_worker;

-- The officer is what the reader says; the login is what the database knows.
alter table register.reveal add column login text;
alter table register.reveal alter column login set default session_user;
comment on column register.reveal.login is 'login of the database that read it; null for readings from before logins were kept';

-- Every login may take advisory locks and make large objects unless it is told otherwise: whoever may read one report could hold up every
-- import and migration for as long as it stays connected, or fill the disk. The functions are the server's: a login that is no superuser
-- cannot close them, and is told so by a warning.
reset role;
do $$
declare
    open record;
begin
    for open in
        select p.oid::regprocedure as signature, p.proname ~ 'advisory' as is_lock
        from pg_proc as p
        where p.pronamespace = 'pg_catalog'::regnamespace
            and (p.proname ~ '^pg_(try_)?advisory_' or p.proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_put', 'lowrite'))
    loop
        execute format('revoke execute on function %s from public', open.signature);
        if open.is_lock then
            execute format('grant execute on function %s to anxin_owner, anxin_worker', open.signature);
        end if;
    end loop;
exception
    when insufficient_privilege then
        raise warning 'advisory locks and large objects stay open to every login: only a superuser can close them';
end
$$;
