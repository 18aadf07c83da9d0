create or replace function lists.in_order(ids bigint[]) returns bigint[]
language sql immutable parallel safe
return case when cardinality(ids) > 1 then lists.sorted(ids) else coalesce(ids, '{}') end;
comment on function lists.in_order(bigint[]) is
'Ids in ascending order, none for null. Most units have one record behind a clause: the planner can put this into its query and need not call what sorts.
Shape: one array.';
revoke all on function lists.in_order(bigint[]) from public;
grant execute on function lists.in_order(bigint[]) to anxin_worker;
