create or replace function law.window_first_day(parameter_code text, as_of date) returns date
language sql stable parallel safe
return law.first_day_within(
    law.parameter_value(window_first_day.parameter_code, window_first_day.as_of),
    window_first_day.as_of + case law.policy_option('RD-07', window_first_day.as_of) when 'b' then 1 else 0 end);
comment on function law.window_first_day(text, date) is
'The earliest day whose events still count on a day in a window such as 近2年 or 1年以内: the other side of law.window_term.
Shape: one date. Call it once per statement, never per row. Source: RD-07.';
revoke all on function law.window_first_day(text, date) from public;
grant execute on function law.window_first_day(text, date) to anxin_worker, anxin_officer;
