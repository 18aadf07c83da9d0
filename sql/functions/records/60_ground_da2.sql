drop function if exists records.ground_da2(date, timestamptz) cascade;

create function records.ground_da2(as_of date, known_at timestamptz)
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
    with rule as materialized (
        select
            make_interval(months => law.parameter_value('larger-accidents-months', ground_da2.as_of)) as term,
            law.parameter_value('larger-accidents-count', ground_da2.as_of) as least_count
    ),
    accident as (
        select a.subject_id, a.record_id, a.accident_number, a.occurred_on, a.report_approved_on
        from records.answered_accident(ground_da2.as_of, ground_da2.known_at) as a
        where a.severity = 'larger'
    ),
    counted as (
        select distinct on (last.subject_id)
            last.subject_id,
            last.occurred_on,
            last.accident_number,
            array_agg(a.record_id order by a.occurred_on, a.record_id) as accident_ids,
            array_agg(a.accident_number) as accident_numbers,
            greatest(max(a.report_approved_on), last.occurred_on) as since_on
        from accident as last
        cross join rule
        join accident as a
            on a.subject_id = last.subject_id
            and a.occurred_on <= last.occurred_on
            and a.occurred_on + rule.term >= last.occurred_on
        group by last.subject_id, last.record_id, last.occurred_on, last.accident_number, rule.least_count
        having count(*) >= rule.least_count
        order by last.subject_id, last.occurred_on desc, last.record_id desc
    ),
    punished as (
        select
            c.subject_id,
            c.accident_ids,
            c.occurred_on,
            c.since_on,
            coalesce(
                array_agg(p.record_id order by p.accident_number <> c.accident_number, p.decided_on, p.record_id)
                    filter (where p.record_id is not null),
                '{}') as penalty_ids
        from counted as c
        left join records.listing_penalty(ground_da2.as_of, ground_da2.known_at) as p
            on p.subject_id = c.subject_id and p.accident_number = any (c.accident_numbers)
        group by c.subject_id, c.accident_ids, c.occurred_on, c.since_on
    )
    select p.subject_id, 'DA2', p.accident_ids || p.penalty_ids, p.penalty_ids, p.occurred_on, p.since_on, null::text
    from punished as p;
end;
comment on function records.ground_da2(date, timestamptz) is
'Units that answer for two or more larger accidents within 12 months, counted forward, the last day inside: the newest that completes the count.
Shape: as every ground: one row per unit; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does. Without a penalty nothing can be founded on it yet.
Source: plan IV D accident 2; Order 11 Art. 6(2); RD-20.';
revoke all on function records.ground_da2(date, timestamptz) from public;
grant execute on function records.ground_da2(date, timestamptz) to anxin_worker;
