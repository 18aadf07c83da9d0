drop function if exists ops.agencies_in_reach() cascade;

create function ops.agencies_in_reach()
returns text[]
language sql stable
security definer set search_path = pg_catalog, pg_temp
begin atomic
    with recursive reach as (
        select a.agency_code
        from ops.agency as a
        where exists (
                select
                from (values ('anxin_owner'), ('anxin_worker'), ('anxin_analyst')) as whole (role)
                where pg_has_role(session_user, whole.role, 'member')
            )
            or a.agency_code = (
                select o.agency_code
                from ops.officer_login as l
                join ops.officer as o on o.officer_code = l.officer_code
                where l.login = session_user and o.is_active
            )
        union
        select a.agency_code
        from ops.agency as a
        join reach as r on r.agency_code = a.parent_code
    )
    select coalesce(array_agg(r.agency_code), '{}')
    from reach as r;
end;
comment on function ops.agencies_in_reach() is
'The agencies whose rows the reports show to this session: all to analysts, workers and owners, to an officer the own agency and those below it, to a login that is nobody''s none.
Asked of session_user, which no setting and no change of role bends; once in a statement when written as a sub-select.
Shape: codes of agencies, in no order; empty where there is none. Source: Order 11 Art. 4; plan V.';
revoke all on function ops.agencies_in_reach() from public;
