create or replace function law.moved_last_day() returns table (last_day date, moves_to date, governs daterange)
language sql stable parallel safe
begin atomic
    select rest.day, working.day, regime.governs
    from law.policy_regime('RD-30') as regime
    join law.calendar_day as rest on not rest.is_working_day
    join law.calendar_day as working on working.is_working_day and working.working_day_no = rest.working_day_no + 1
    where regime.option_code = 'b'
        -- The same once a statement: where it never governs, nothing is worked out for each row that this is joined to.
        and exists (select from law.policy_regime('RD-30') as any_regime where any_regime.option_code = 'b');
end;
comment on function law.moved_last_day() is
'Last days of management and publication periods that do not stand: by option b of RD-30 one on a rest day moves to the next working day, by default none does, because a burden does not grow.
The answer of the day of the decision applies. A day the calendar does not reach is taken as a working day.
Shape: one row per rest day and regime: join it on the last day counted by months and on governs @> the day of the decision.
Source: Civil Code Art. 203, RD-30.';
revoke all on function law.moved_last_day() from public;
grant execute on function law.moved_last_day() to anxin_worker, anxin_officer;
