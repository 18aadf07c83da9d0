create or replace view ops.role_in_force with (security_invoker = true) as
select r.officer_code, r.role_code
from ops.officer_role as r
join ops.officer as o on o.officer_code = r.officer_code and o.is_active
where not exists (
    select from ops.officer_role_end as e where e.officer_code = r.officer_code and e.role_code = r.role_code
);
comment on view ops.role_in_force is 'One row is one thing an officer may do now: neither the appointment nor the role has ended.';
comment on column ops.role_in_force.officer_code is 'the officer';
comment on column ops.role_in_force.role_code is 'as ops.officer_role.role_code';
revoke all on ops.role_in_force from public;
grant select on ops.role_in_force to anxin_worker, anxin_officer;
