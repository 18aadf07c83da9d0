drop function if exists records.ground_da5(date, timestamptz) cascade;

create function records.ground_da5(as_of date, known_at timestamptz)
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
    from records.phrased_penalty('DA5', ground_da5.as_of, ground_da5.known_at) as g;
end;
comment on function records.ground_da5(date, timestamptz) is
'Units whose principal, by the words of a penalty for an accident, did not organise rescue at once, left the post or fled: the principal alone can be listed.
Shape: as every ground: one row per penalty; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D accident 5; Order 11 Art. 6(5).';
revoke all on function records.ground_da5(date, timestamptz) from public;
grant execute on function records.ground_da5(date, timestamptz) to anxin_worker;
