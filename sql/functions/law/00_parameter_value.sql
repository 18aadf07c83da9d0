create or replace function law.parameter_value(parameter_code text, as_of date) returns integer
language plpgsql stable parallel safe
as $$
declare
    found integer;
begin
    select p.value into found
    from law.parameter as p
    where p.parameter_code = parameter_value.parameter_code and p.valid_from <= parameter_value.as_of
    order by p.valid_from desc
    limit 1;
    if found is null then
        raise exception 'no value of parameter % is in force on %', parameter_value.parameter_code, parameter_value.as_of
            using errcode = 'AX001', hint = 'add a row to law.parameter or ask for a later day';
    end if;
    return found;
end
$$;
comment on function law.parameter_value(text, date) is
'The value of a number of the law on a day.
Shape: one integer. Units: law.parameter.unit. Raises AX001 when no row is in force, instead of guessing.
Call it once per statement, never per row.';
revoke all on function law.parameter_value(text, date) from public;
grant execute on function law.parameter_value(text, date) to anxin_worker, anxin_officer;
