-- 经办人、其机关和职责、其登录名都由办成的行为带来；预置的两个除外。
-- Every officer, with agency, roles and logins, came by an act that was performed, but for the two the register starts with.
with performed as materialized (
    select a.act, a.act_id, a.known_at, a.payload
    from intake.act as a
    where a.act in ('appoint-officer', 'assign-login') and a.refusal_code is null
)
select 0::bigint as subject_id, 0::bigint as about_id, 'officer ' || o.officer_code as fact
from ops.officer as o
where o.officer_code not in ('system', 'operator')
    and not exists (
        select from performed as p
        where p.act = 'appoint-officer' and p.payload ->> 'officer_code' = o.officer_code and p.payload ->> 'agency_code' = o.agency_code
    )
union all
select 0, 0, 'role ' || r.officer_code || ' ' || r.role_code
from ops.officer_role as r
where r.officer_code not in ('system', 'operator')
    and not exists (
        select from performed as p
        where p.act = 'appoint-officer' and p.payload ->> 'officer_code' = r.officer_code
            and p.payload ->> 'roles' ~ ('\m' || r.role_code || '\M')
    )
union all
select 0, l.act_id, 'login ' || l.login
from ops.officer_login as l
where not exists (
    select from performed as p
    where p.act = 'assign-login' and p.act_id = l.act_id and p.known_at = l.known_at
        and p.payload ->> 'login' = l.login and p.payload ->> 'officer_code' = l.officer_code
);
