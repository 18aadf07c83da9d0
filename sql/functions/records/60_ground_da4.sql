drop function if exists records.ground_da4(date, timestamptz) cascade;

create function records.ground_da4(as_of date, known_at timestamptz)
returns table (
    subject_id bigint,
    clause_code text,
    evidence_ids bigint[],
    penalty_ids bigint[],
    occurred_on date,
    since_on date,
    shown_by text
)
language sql stable parallel safe
begin atomic
    select p.subject_id, 'DA4', array[p.record_id] || p.penalty_ids, p.penalty_ids, p.occurred_on, p.since_on, null::text
    from records.punished_accident(ground_da4.as_of, ground_da4.known_at) as p
    where p.reporting_fault in ('falsified', 'concealed');
end;
comment on function records.ground_da4(date, timestamptz) is
'Units that falsified or concealed an accident they answer for and were punished for; lateness and omission are none.
Shape: as every ground: one row per unit and accident; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D accident 4; Order 11 Art. 6(4).';
revoke all on function records.ground_da4(date, timestamptz) from public;
grant execute on function records.ground_da4(date, timestamptz) to anxin_worker;
