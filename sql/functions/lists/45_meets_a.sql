create or replace function lists.meets_a(conditions_of_a text, findings jsonb) returns boolean
language sql immutable parallel safe
return case conditions_of_a
    when 'a' then not findings ? 'A1' and findings ?| array['A2', 'A3', 'A4']
    when 'b' then not findings ? 'A1' and findings ?& array['A2', 'A3', 'A4']
    else not findings ? 'A1' or findings ?| array['A2', 'A3', 'A4']
end;
comment on function lists.meets_a(text, jsonb) is
'Whether a unit on no list has grade A by its stored trace, by an answer to RD-03.
Shape: one boolean. Source: plan IV; RD-03.';
revoke all on function lists.meets_a(text, jsonb) from public;
grant execute on function lists.meets_a(text, jsonb) to anxin_worker, anxin_officer;
