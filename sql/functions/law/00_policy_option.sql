create or replace function law.policy_option(reading_code text, as_of date) returns text
-- Not SQL: a query that asks at many places would plan it anew at each.
language plpgsql stable parallel safe
as $$
begin
    return coalesce(
        (
            select p.option_code from law.policy as p
            where p.reading_code = policy_option.reading_code and p.valid_from <= policy_option.as_of
            order by p.valid_from desc
            limit 1
        ),
        (
            select o.option_code from law.reading_option as o
            where o.reading_code = policy_option.reading_code and o.is_default
        )
    );
end
$$;
comment on function law.policy_option(text, date) is
'The answer to a reading that applies on a day: the newest policy row, else the default.
Shape: one option code; null for an unknown reading.';
revoke all on function law.policy_option(text, date) from public;
grant execute on function law.policy_option(text, date) to anxin_worker, anxin_officer;
