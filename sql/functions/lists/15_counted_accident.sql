drop function if exists lists.counted_accident(date, timestamptz, date) cascade;

create or replace function lists.counted_accident(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, record_id bigint, occurred_on date)
language sql stable parallel safe
begin atomic
    select a.subject_id, a.record_id, a.occurred_on
    from records.accident_as_known(counted_accident.known_at) as a
    where a.occurred_on <= counted_accident.last_event_on
        and a.occurred_on >= (counted_accident.rules).a1_accidents_since
        and a.death_count > 0
        and not a.is_withdrawn
        and case
            when a.report_approved_on is null or a.report_approved_on > counted_accident.last_event_on
                then (counted_accident.rules).open_accidents_count
            else a.responsibility <> 'not_responsible'
        end
        and not (
            (counted_accident.rules).objections_suspend
            and exists (
                select from cases.objection_pending(counted_accident.last_event_on, counted_accident.known_at) as o
                where o.subject_id = a.subject_id and o.record_id = a.record_id
            )
        );
end;
comment on function lists.counted_accident(law.rule_set, timestamptz, date) is
'Fatal accidents that break line 1 of A on a day: within 2 years, unless a report approved by then says that the unit does not answer for it; by option b of RD-21 only where one says that it does. By option b of RD-39 one to which an objection is pending does not.
Shape: one row per unit and accident. Source: plan IV A 1; RD-07, RD-21, RD-39, RD-41.';
revoke all on function lists.counted_accident(law.rule_set, timestamptz, date) from public;
grant execute on function lists.counted_accident(law.rule_set, timestamptz, date) to anxin_worker;
