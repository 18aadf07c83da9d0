create or replace function law.parameter_regime(parameter_code text) returns table (value integer, governs daterange)
language sql stable parallel safe
begin atomic
    select p.value, daterange(
        case when lag(p.value) over version is not null then p.valid_from end,
        lead(p.valid_from) over version)
    from law.parameter as p
    where p.parameter_code = parameter_regime.parameter_code
    window version as (order by p.valid_from);
end;
comment on function law.parameter_regime(text) is
'Which value of a number of the law governs the decisions of which days, as law.policy_regime tells it of answers; the first value also those before it.
Shape: one row per value; governs are days of decision. Units: law.parameter.unit.
What is asked of a day itself goes by law.parameter_value.';
revoke all on function law.parameter_regime(text) from public;
grant execute on function law.parameter_regime(text) to anxin_worker, anxin_officer;
