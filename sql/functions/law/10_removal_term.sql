create or replace function law.removal_term() returns table (months integer, term interval, governs daterange)
language sql stable parallel safe
begin atomic
    select
        months.value,
        make_interval(months => months.value, days => case full_on.option_code when 'b' then 0 else 1 end),
        months.governs * full_on.governs
    from law.parameter_regime('early-removal-months') as months
    join law.policy_regime('RD-33') as full_on on full_on.governs && months.governs;
end;
comment on function law.removal_term() is
'How long after a listing early removal can first be applied for: the day after the corresponding day, because the months are full at its end; by option b of RD-33 on it.
The number and the answer of the day of the listing apply.
Shape: one row per regime: join it on governs @> the day of the listing, and add term to that day.
Source: plan V(5), Order 11 Art. 13, RD-33.';
revoke all on function law.removal_term() from public;
grant execute on function law.removal_term() to anxin_worker, anxin_officer;
