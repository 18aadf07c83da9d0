create or replace function law.window_term(parameter_code text, as_of date) returns interval
language sql stable parallel safe
return make_interval(
    months => law.parameter_value(window_term.parameter_code, window_term.as_of),
    days => case law.policy_option('RD-07', window_term.as_of) when 'b' then -1 else 0 end);
comment on function law.window_term(text, date) is
'How long after its day an event still counts in a window such as 近2年 or 1年以内: to the corresponding day, or by option b of RD-07 to the day before it.
Shape: one interval to add to the event. Call it once per statement, never per row. Source: RD-07.';
revoke all on function law.window_term(text, date) from public;
grant execute on function law.window_term(text, date) to anxin_worker, anxin_officer;
