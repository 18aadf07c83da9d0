create or replace function lists.criterion_a4(as_of date, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    with rule as materialized (
        select
            make_interval(months => law.parameter_value('a4-months', criterion_a4.as_of)) as term,
            law.policy_option('RD-10', criterion_a4.as_of) = 'b' as is_unlimited
    )
    select h.subject_id, 'A4', array_agg(h.record_id order by h.record_id), 
        case when rule.is_unlimited then null else max((h.awarded_on + rule.term)::date) end
    from records.honour_as_known(criterion_a4.known_at) as h
    cross join rule
    where h.kind in ('commendation', 'model_report')
        and h.level in ('national', 'province', 'city')
        and h.awarded_on <= least(criterion_a4.as_of, criterion_a4.last_event_on)
        and (rule.is_unlimited or h.awarded_on + rule.term >= criterion_a4.as_of)
        and not h.is_withdrawn
    group by h.subject_id, rule.is_unlimited;
end;
comment on function lists.criterion_a4(date, timestamptz, date) is
'Units commended or publicised as a model at city level or above within 2 years, or by policy b at any time (RD-10).
Shape: one row per unit with the honours; until_on is the last day on which the newest counts, null by policy b.
Source: plan IV A 4; RD-07.';
revoke all on function lists.criterion_a4(date, timestamptz, date) from public;
grant execute on function lists.criterion_a4(date, timestamptz, date) to anxin_worker;
