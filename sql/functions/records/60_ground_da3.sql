drop function if exists records.ground_da3(date, timestamptz) cascade;

create function records.ground_da3(as_of date, known_at timestamptz)
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
    select
        p.subject_id,
        'DA3',
        case when a.record_id is null then '{}' else array[a.record_id] end || p.record_id,
        array[p.record_id],
        p.decided_on,
        p.decided_on,
        null::text
    from records.listing_penalty(ground_da3.as_of, ground_da3.known_at) as p
    left join records.answered_accident(ground_da3.as_of, ground_da3.known_at) as a
        on a.subject_id = p.subject_id and a.accident_number = p.accident_number
    where p.is_article_114_2;
end;
comment on function records.ground_da3(date, timestamptz) is
'Units fined two to five times by Work Safety Law Art. 114 paragraph 2, as the penalty record says; the amount alone never shows it.
Shape: as every ground: one row per penalty; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D accident 3; Order 11 Art. 6(3); RD-26.';
revoke all on function records.ground_da3(date, timestamptz) from public;
grant execute on function records.ground_da3(date, timestamptz) to anxin_worker;
