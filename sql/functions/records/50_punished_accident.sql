drop function if exists records.punished_accident(date, timestamptz) cascade;

create function records.punished_accident(as_of date, known_at timestamptz)
returns table (
    subject_id bigint,
    record_id bigint,
    occurred_on date,
    severity records.accident_severity,
    reporting_fault text,
    penalty_ids bigint[],
    since_on date
)
language sql stable parallel safe
begin atomic
    select
        a.subject_id,
        a.record_id,
        a.occurred_on,
        a.severity,
        a.reporting_fault,
        array_agg(p.record_id order by p.decided_on, p.record_id),
        greatest(a.report_approved_on, min(p.decided_on))
    from records.answered_accident(punished_accident.as_of, punished_accident.known_at) as a
    join records.listing_penalty(punished_accident.as_of, punished_accident.known_at) as p
        on p.subject_id = a.subject_id and p.accident_number = a.accident_number
    group by a.subject_id, a.record_id, a.occurred_on, a.severity, a.reporting_fault, a.report_approved_on;
end;
comment on function records.punished_accident(date, timestamptz) is
'Accidents a unit answers for and was punished for; a penalty punishes the accident whose number it bears.
Shape: one row per unit and accident, with the penalties in order of their dates; since_on is the day on which report and first penalty both stood.
Source: Order 11 Art. 3.';
revoke all on function records.punished_accident(date, timestamptz) from public;
grant execute on function records.punished_accident(date, timestamptz) to anxin_worker;
