drop function if exists records.answered_accident(date, timestamptz) cascade;

create function records.answered_accident(as_of date, known_at timestamptz)
returns table (
    subject_id bigint,
    record_id bigint,
    accident_number text,
    occurred_on date,
    severity records.accident_severity,
    reporting_fault text,
    report_approved_on date
)
language sql stable parallel safe
begin atomic
    select a.subject_id, a.record_id, a.accident_number, a.occurred_on, a.severity, a.reporting_fault, a.report_approved_on
    from records.accident_as_known(answered_accident.known_at) as a
    where a.responsibility = 'responsible'
        and a.occurred_on <= answered_accident.as_of
        and a.report_approved_on <= answered_accident.as_of
        and not a.is_withdrawn;
end;
comment on function records.answered_accident(date, timestamptz) is
'Accidents a unit answers for by a report approved by the day.
Shape: one row per unit and accident. Source: RD-21.';
revoke all on function records.answered_accident(date, timestamptz) from public;
grant execute on function records.answered_accident(date, timestamptz) to anxin_worker;
