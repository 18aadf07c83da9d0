create or replace function law.rule_set_on(as_of date) returns law.rule_set
language sql stable parallel safe
begin atomic
    select
        rule_set_on.as_of,
        law.policy_option('RD-03', rule_set_on.as_of),
        law.policy_option('RD-05', rule_set_on.as_of),
        law.policy_option('RD-09', rule_set_on.as_of) = 'b',
        law.policy_option('RD-10', rule_set_on.as_of) = 'b',
        law.policy_option('RD-11', rule_set_on.as_of) <> 'b',
        law.policy_option('RD-12', rule_set_on.as_of) = 'b',
        law.policy_option('RD-13', rule_set_on.as_of) = 'b',
        law.policy_option('RD-21', rule_set_on.as_of) <> 'b',
        law.policy_option('RD-28', rule_set_on.as_of) = 'a',
        law.policy_option('RD-39', rule_set_on.as_of) = 'b',
        law.policy_option('RD-14', rule_set_on.as_of) = 'b',
        law.window_term('a1-accident-months', rule_set_on.as_of),
        law.window_term('a1-penalty-months', rule_set_on.as_of),
        law.window_term('a4-months', rule_set_on.as_of),
        law.window_term('b1-penalty-months', rule_set_on.as_of),
        law.window_first_day('a1-accident-months', rule_set_on.as_of),
        law.window_first_day('a1-penalty-months', rule_set_on.as_of),
        law.window_first_day('a4-months', rule_set_on.as_of),
        law.window_first_day('b1-penalty-months', rule_set_on.as_of);
end;
comment on function law.rule_set_on(date) is
'The rules by which grades are given on a day, looked up once: a function that grades takes them as a value, so that the planner knows them.
Shape: one law.rule_set. Raises AX001 for a day before the plan, instead of guessing.';
revoke all on function law.rule_set_on(date) from public;
grant execute on function law.rule_set_on(date) to anxin_worker;
