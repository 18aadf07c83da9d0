drop function if exists lists.counted_penalty(date, timestamptz, date) cascade;

create or replace function lists.counted_penalty(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, record_id bigint, decided_on date, breaks_a1 boolean, breaks_b1 boolean)
language sql stable parallel safe
begin atomic
    select
        p.subject_id,
        p.record_id,
        p.decided_on,
        p.decided_on >= (counted_penalty.rules).a1_penalties_since
        and (p.is_safety or not (counted_penalty.rules).only_safety_breaks_a1),
        p.is_safety
        and p.decided_on >= (counted_penalty.rules).b1_penalties_since
        and not (
            (counted_penalty.rules).repairs_count
            and exists (
                select from records.repair_result_as_known(counted_penalty.known_at) as r
                where r.subject_id = p.punished_id
                    and r.penalty_record_id = p.record_id
                    and r.repaired_on <= counted_penalty.last_event_on
                    and not r.is_withdrawn
            )
        )
    from records.penalty_imputed(counted_penalty.rules, counted_penalty.known_at) as p
    where p.decided_on <= counted_penalty.last_event_on
        and p.decided_on >= least((counted_penalty.rules).a1_penalties_since, (counted_penalty.rules).b1_penalties_since)
        and not p.is_withdrawn
        and (p.annulled_on is null or p.annulled_on > counted_penalty.last_event_on)
        and not (
            (counted_penalty.rules).objections_suspend
            and exists (
                select from cases.objection_pending(counted_penalty.last_event_on, counted_penalty.known_at) as o
                where o.subject_id = p.punished_id and o.record_id = p.record_id
            )
        );
end;
comment on function lists.counted_penalty(law.rule_set, timestamptz, date) is
'Penalties that may still count on a day, and which lines of A and B each breaks.
An annulled one no longer counts (RD-15); a repaired one leaves the one-year test on the day of its repair and still bars A (RD-28).
Shape: one row per subject and penalty; breaks_a1: within 5 years, of any field (RD-12); breaks_b1: a safety penalty within 1 year.
Source: plan IV A 1, B 1; RD-07 (counted forward, last day inside), RD-08, RD-12, RD-13, RD-15, RD-28, RD-39.';
revoke all on function lists.counted_penalty(law.rule_set, timestamptz, date) from public;
grant execute on function lists.counted_penalty(law.rule_set, timestamptz, date) to anxin_worker;
