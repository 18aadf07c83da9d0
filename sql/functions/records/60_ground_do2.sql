drop function if exists records.ground_do2(date, timestamptz) cascade;

create function records.ground_do2(as_of date, known_at timestamptz)
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
    select g.subject_id, g.clause_code, g.evidence_ids, g.penalty_ids, g.occurred_on, g.since_on, g.shown_by
    from records.phrased_penalty('DO2', ground_do2.as_of, ground_do2.known_at) as g
    join register.subject_as_known(ground_do2.known_at) as s on s.subject_id = g.subject_id and s.kind = 'service_body';
end;
comment on function records.ground_do2(date, timestamptz) is
'Service bodies punished, by the words of the decision, for lending qualifications, affiliation or false reports and certificates.
Shape: as every ground: one row per penalty; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D other 2; Order 11 Art. 7(2).';
revoke all on function records.ground_do2(date, timestamptz) from public;
grant execute on function records.ground_do2(date, timestamptz) to anxin_worker;
