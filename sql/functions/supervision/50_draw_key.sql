create or replace function supervision.draw_key(seed text, credit_code text) returns text
language sql immutable strict parallel safe
return encode(sha256(convert_to(draw_key.seed || ':' || draw_key.credit_code, 'UTF8')), 'hex');
comment on function supervision.draw_key(text, text) is
'The key by which units are drawn: those with the smallest keys are taken. Anyone with the seed and the codes finds the same keys.
Shape: SHA-256 of seed, colon and credit code in UTF-8, as 64 lower-case hexadecimal digits.';
revoke all on function supervision.draw_key(text, text) from public;
grant execute on function supervision.draw_key(text, text) to anxin_worker;
