drop function if exists records.listing_penalty(date, timestamptz) cascade;

create function records.listing_penalty(as_of date, known_at timestamptz)
returns table (
    subject_id bigint,
    record_id bigint,
    accident_number text,
    decided_on date,
    is_article_114_2 boolean,
    wording text
)
language sql stable parallel safe
begin atomic
    select p.subject_id, p.record_id, p.accident_number, p.decided_on, p.is_article_114_2,
        concat_ws(' ', p.illegal_act, p.facts, p.basis) as wording
    from records.penalty_as_known(listing_penalty.known_at) as p
    join ops.agency as a on a.agency_code = p.agency_code and a.is_emergency_department
    where p.is_safety
        and p.decided_on <= listing_penalty.as_of
        and not p.is_withdrawn
        and (p.annulled_on is null or p.annulled_on > listing_penalty.as_of);
end;
comment on function records.listing_penalty(date, timestamptz) is
'Safety penalties of emergency departments that stand on a day: what a listing can rest on.
Shape: one row per penalty; wording is the breach, the facts and the basis as the decision gives them.
Source: Order 11 Arts. 3, 4; RD-15, RD-46.';
revoke all on function records.listing_penalty(date, timestamptz) from public;
grant execute on function records.listing_penalty(date, timestamptz) to anxin_worker;
