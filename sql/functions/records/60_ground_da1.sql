drop function if exists records.ground_da1(date, timestamptz) cascade;

create function records.ground_da1(as_of date, known_at timestamptz)
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
    select p.subject_id, 'DA1', array[p.record_id] || p.penalty_ids, p.penalty_ids, p.occurred_on, p.since_on, null::text
    from records.punished_accident(ground_da1.as_of, ground_da1.known_at) as p
    where p.severity in ('major', 'extraordinary');
end;
comment on function records.ground_da1(date, timestamptz) is
'Units that answer for a major or extraordinary accident and were punished for it.
Shape: as every ground: one row per unit and accident; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D accident 1; Order 11 Art. 6(1).';
revoke all on function records.ground_da1(date, timestamptz) from public;
grant execute on function records.ground_da1(date, timestamptz) to anxin_worker;
