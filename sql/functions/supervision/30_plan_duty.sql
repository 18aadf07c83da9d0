drop function if exists supervision.plan_duty(integer, date) cascade;

create function supervision.plan_duty(plan_year integer, as_of date)
returns table (subject_id bigint, evidence_ids bigint[])
language sql stable parallel safe
begin atomic
    with policy as materialized (
        select law.policy_option('RD-18', plan_duty.as_of) = 'b' as counts_accident_alone
    )
    select a.subject_id, array_agg(distinct a.record_id) || array_agg(distinct p.record_id)
    from policy
    cross join records.accident_as_known('infinity') as a
    join records.penalty_as_known('infinity') as p on p.subject_id = a.subject_id and p.accident_number = a.accident_number
    join ops.agency as agency on agency.agency_code = p.agency_code and agency.is_emergency_department
    where not a.is_withdrawn
        and (a.responsibility <> 'not_responsible' or a.report_approved_on is null or a.report_approved_on > plan_duty.as_of)
        and a.occurred_on <= plan_duty.as_of
        and p.is_safety
        and p.decided_on <= plan_duty.as_of
        and not p.is_withdrawn
        and (p.annulled_on is null or p.annulled_on > plan_duty.as_of)
        and plan_duty.plan_year - 1 = extract(year from
            case when policy.counts_accident_alone then a.occurred_on else greatest(a.occurred_on, p.decided_on) end)
    group by a.subject_id;
end;
comment on function supervision.plan_duty(integer, date) is
'Units that must stand in the plan of a year: they had an accident and were punished for it, as known on the day.
Shape: one row per unit with the accidents, then the penalties. The year is the one after the later of accident and penalty, by option b of RD-18 the one after the accident. A penalty punishes the accident whose number it bears.
Source: plan V(3), RD-18, RD-21, RD-46.';
revoke all on function supervision.plan_duty(integer, date) from public;
grant execute on function supervision.plan_duty(integer, date) to anxin_worker;
