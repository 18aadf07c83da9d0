create or replace function law.policy_regime(reading_code text) returns table (option_code text, governs daterange)
language sql stable parallel safe
begin atomic
    with first_day as (
        select min(p.valid_from) as of_the_plan from law.parameter as p
    ),
    answer as (
        select p.option_code, p.valid_from
        from law.policy as p
        where p.reading_code = policy_regime.reading_code
        union all
        select o.option_code, null
        from law.reading_option as o
        cross join first_day
        where o.reading_code = policy_regime.reading_code and o.is_default
            and not exists (
                select from law.policy as p
                where p.reading_code = policy_regime.reading_code and p.valid_from <= first_day.of_the_plan
            )
    )
    select a.option_code, daterange(
        case when lag(a.option_code) over version is not null then a.valid_from end,
        lead(a.valid_from) over version)
    from answer as a
    window version as (order by a.valid_from nulls first);
end;
comment on function law.policy_regime(text) is
'Which answer to a reading governs the decisions of which days: what is asked of a decision goes by the rule of its own day, and no later change reaches it.
A decision older than the plan goes by the rule of the plan''s first day.
Shape: one row per answer that ever applies; governs are days of decision, one after the other without a gap. Join it on governs @> the decision''s day.
What a day''s grades ask goes by law.policy_option.';
revoke all on function law.policy_regime(text) from public;
grant execute on function law.policy_regime(text) to anxin_worker, anxin_officer;
