create or replace function lists.sorted(ids bigint[]) returns bigint[]
language sql immutable parallel safe
return array(select i.id from unnest(ids) as i (id) order by i.id);
comment on function lists.sorted(bigint[]) is
'Ids in ascending order.
Shape: one array.';
revoke all on function lists.sorted(bigint[]) from public;
grant execute on function lists.sorted(bigint[]) to anxin_worker;
