drop function if exists cases.proposed_listing(date, timestamptz) cascade;

create function cases.proposed_listing(as_of date, known_at timestamptz default 'infinity')
returns table (subject_id bigint, clause_code text, founding_record_id bigint, evidence_ids bigint[], since_on date)
language sql stable parallel safe
begin atomic
    with rule as materialized (
        select
            make_interval(months => law.parameter_value('larger-accidents-months', proposed_listing.as_of)) as larger_term,
            law.parameter_value('larger-accidents-count', proposed_listing.as_of) as larger_count
    ),
    penalty as (
        select p.subject_id, p.record_id, p.accident_number, p.decided_on, p.is_article_114_2
        from records.penalty_as_known(proposed_listing.known_at) as p
        join ops.agency as a on a.agency_code = p.agency_code and a.is_emergency_department
        where p.is_safety
            and p.decided_on <= proposed_listing.as_of
            and not p.is_withdrawn
            and (p.annulled_on is null or p.annulled_on > proposed_listing.as_of)
    ),
    accident as (
        select a.subject_id, a.record_id, a.accident_number, a.occurred_on, a.severity, a.reporting_fault, a.report_approved_on
        from records.accident_as_known(proposed_listing.known_at) as a
        where a.responsibility = 'responsible'
            and a.occurred_on <= proposed_listing.as_of
            and a.report_approved_on <= proposed_listing.as_of
            and not a.is_withdrawn
    ),
    punished as (
        select
            a.subject_id,
            a.record_id,
            a.occurred_on,
            a.severity,
            a.reporting_fault,
            array_agg(p.record_id order by p.decided_on, p.record_id) as penalty_ids,
            greatest(a.report_approved_on, min(p.decided_on)) as since_on
        from accident as a
        join penalty as p on p.subject_id = a.subject_id and p.accident_number = a.accident_number
        group by a.subject_id, a.record_id, a.occurred_on, a.severity, a.reporting_fault, a.report_approved_on
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
            and a.severity = 'larger'
            and a.occurred_on <= last.occurred_on
            and a.occurred_on + rule.larger_term >= last.occurred_on
        where last.severity = 'larger'
        group by last.subject_id, last.record_id, last.occurred_on, last.accident_number, rule.larger_count
        having count(*) >= rule.larger_count
        order by last.subject_id, last.occurred_on desc, last.record_id desc
    ),
    counted_punished as (
        select
            c.subject_id,
            c.occurred_on,
            c.accident_ids,
            c.since_on,
            coalesce(
                array_agg(p.record_id order by p.accident_number <> c.accident_number, p.decided_on, p.record_id)
                    filter (where p.record_id is not null),
                '{}') as penalty_ids
        from counted as c
        left join penalty as p on p.subject_id = c.subject_id and p.accident_number = any (c.accident_numbers)
        group by c.subject_id, c.occurred_on, c.accident_ids, c.since_on
    ),
    ground as (
        select p.subject_id, 'DA1' as clause_code, p.penalty_ids, array[p.record_id] || p.penalty_ids as evidence_ids,
            p.occurred_on, p.since_on
        from punished as p
        where p.severity in ('major', 'extraordinary')
        union all
        select c.subject_id, 'DA2', c.penalty_ids, c.accident_ids || c.penalty_ids, c.occurred_on, c.since_on
        from counted_punished as c
        union all
        select p.subject_id, 'DA3', array[p.record_id],
            case when a.record_id is null then '{}' else array[a.record_id] end || p.record_id, p.decided_on, p.decided_on
        from penalty as p
        left join accident as a on a.subject_id = p.subject_id and a.accident_number = p.accident_number
        where p.is_article_114_2
        union all
        select p.subject_id, 'DA4', p.penalty_ids, array[p.record_id] || p.penalty_ids, p.occurred_on, p.since_on
        from punished as p
        where p.reporting_fault in ('falsified', 'concealed')
    ),
    taken_up as (
        select m.subject_id, m.clause_code, m.founding_record_id as record_id, m.listed_on as taken_up_on
        from lists.membership_version as m
        where m.version_no = 1
            and m.known_at <= proposed_listing.known_at
            and m.list_code = 'serious'
            and m.listed_on <= proposed_listing.as_of
        union all
        select c.subject_id, c.clause_code, c.about_record_id, c.opened_on
        from cases.procedure_case as c
        join lateral (
            select s.step_code
            from cases.step as s
            where s.subject_id = c.subject_id and s.case_id = c.case_id
                and s.done_on <= proposed_listing.as_of and s.known_at <= proposed_listing.known_at
            order by s.step_no desc
            limit 1
        ) as last_step on last_step.step_code <> 'moot'
        where c.procedure_code = 'listing'
    )
    select g.subject_id, g.clause_code, g.penalty_ids[1], g.evidence_ids, g.since_on
    from ground as g
    join register.subject_as_known(proposed_listing.known_at) as s on s.subject_id = g.subject_id
    where s.kind <> 'person'
        and (s.registered_on is null or s.registered_on <= proposed_listing.as_of)
        and (s.deregistered_on is null or s.deregistered_on > proposed_listing.as_of)
        and not exists (
            select from taken_up as t
            where t.subject_id = g.subject_id
                and t.clause_code = g.clause_code
                and t.record_id = any (g.penalty_ids)
                and (t.record_id = g.penalty_ids[1] or t.taken_up_on >= g.occurred_on)
        );
end;
comment on function cases.proposed_listing(date, timestamptz) is
'Units that meet a clause of grade D from their records and are neither listed under it for the same penalty nor in a listing case for it: for an officer to start the case, which alone can list.
Shape: one row per unit, clause and accident (DA1, DA4), per unit (DA2: the newest larger accident that completes the count) or per penalty (DA3). founding_record_id is the first penalty a listing can rest on; null for DA2 while none is recorded, and until then no notice can be given (Order 11 Art. 3). evidence_ids are the accidents, then the penalties. since_on is the day on which the last of the facts stood.
Only penalties of emergency departments that stand on the day, and accidents the unit answers for by a report approved by then, count. A penalty punishes the accident whose number it bears.
DA5 and the clauses for other breaches (DO1 to DO4) do not follow from any recorded field and are left to the officer.
Source: plan IV D, Order 11 Arts. 3, 4, 6; RD-20 (counted forward, last day inside), RD-26, RD-46.';
revoke all on function cases.proposed_listing(date, timestamptz) from public;
grant execute on function cases.proposed_listing(date, timestamptz) to anxin_worker;
