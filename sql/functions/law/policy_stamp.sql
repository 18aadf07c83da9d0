create or replace function law.policy_stamp(as_of date) returns text
language sql stable parallel safe
return (
    select left(encode(sha256(convert_to(string_agg(rule.line, chr(10) order by rule.line collate "C"), 'UTF8')), 'hex'), 12)
    from (
        select r.reading_code || '=' || law.policy_option(r.reading_code, policy_stamp.as_of) as line
        from law.reading as r
        union all
        select p.parameter_code || '=' || law.parameter_value(p.parameter_code, policy_stamp.as_of)
        from (select distinct q.parameter_code from law.parameter as q where q.valid_from <= policy_stamp.as_of) as p
    ) as rule
);
comment on function law.policy_stamp(date) is
'A short digest of every policy answer and parameter in force on a day; stamps outputs so that two results can be told to rest on the same rules.
Shape: 12 hexadecimal characters; null before the first parameter.';
revoke all on function law.policy_stamp(date) from public;
grant execute on function law.policy_stamp(date) to anxin_worker, anxin_officer;
