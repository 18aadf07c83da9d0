drop function if exists records.phrased_penalty(text, date, timestamptz) cascade;

create function records.phrased_penalty(clause_code text, as_of date, known_at timestamptz)
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
    select p.subject_id, p.clause_code, array[p.record_id], array[p.record_id], p.decided_on, p.decided_on, p.phrase
    from (
        select distinct on (p.subject_id, p.record_id)
            p.subject_id, p.record_id, p.decided_on, f.clause_code, f.phrase
        from law.ground_phrase as f
        join law.clause as c on c.clause_code = f.clause_code
        join records.listing_penalty(phrased_penalty.as_of, phrased_penalty.known_at) as p
            on strpos(p.wording, f.phrase) > 0 and (not c.is_accident or p.accident_number is not null)
        where f.clause_code = phrased_penalty.clause_code
        order by p.subject_id, p.record_id, f.phrase
    ) as p;
end;
comment on function records.phrased_penalty(text, date, timestamptz) is
'Penalties whose wording shows a ground: one of the phrases of law.ground_phrase stands in the breach, the facts or the basis.
Shape: as every ground, one row per penalty; shown_by is the phrase. A clause that presupposes an accident needs a penalty that names one.
Source: Order 11 Arts. 6, 7.';
revoke all on function records.phrased_penalty(text, date, timestamptz) from public;
grant execute on function records.phrased_penalty(text, date, timestamptz) to anxin_worker;
