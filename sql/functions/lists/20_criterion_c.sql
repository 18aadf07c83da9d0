create or replace function lists.criterion_c(as_of date, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    with rule as materialized (
        select
            law.policy_option('RD-05', criterion_c.as_of) as lasting,
            law.policy_option('RD-11', criterion_c.as_of) = 'b' as mild_penalties_do_not_count,
            make_interval(months => law.parameter_value('b1-penalty-months', criterion_c.as_of)) as year,
            make_interval(months => law.parameter_value('management-months', criterion_c.as_of)) as longest,
            law.first_open_last_day(criterion_c.as_of) as first_open_last_day
    ),
    counted as (
        select
            m.subject_id,
            m.clause_code,
            coalesce(m.founding_record_id, m.membership_id) as evidence_id,
            case rule.lasting when 'b' then (m.listed_on + rule.year)::date else upper(m.during) - 1 end as until_on
        from lists.membership_in_force(criterion_c.as_of, criterion_c.known_at, criterion_c.last_event_on) as m
        cross join rule
        where m.list_code = 'penalised'
            and case rule.lasting
                when 'b' then m.listed_on + rule.year >= criterion_c.as_of
                when 'c' then m.published_on <= criterion_c.last_event_on
                else true
            end
            and not (
                rule.mild_penalties_do_not_count
                and exists (
                    select from records.penalty_as_known(criterion_c.known_at) as p
                    where p.subject_id = m.subject_id
                        and p.record_id = m.founding_record_id
                        and (p.is_simplified or p.kinds <@ array['警告', '通报批评'])
                )
            )
        union all
        -- A principal's penalty has no membership whose publication could start a clock: it counts from its decision on.
        select
            p.unit_id,
            'C1',
            p.record_id,
            (p.decided_on + case rule.lasting when 'b' then rule.year else rule.longest end)::date
        from records.penalty_of_principal(criterion_c.known_at) as p
        join ops.agency as a on a.agency_code = p.agency_code and a.is_emergency_department
        cross join rule
        where (select law.policy_option('RD-13', criterion_c.as_of)) = 'b'
            and p.is_safety
            and p.decided_on <= criterion_c.last_event_on
            and not p.is_withdrawn
            and (p.annulled_on is null or p.annulled_on > criterion_c.last_event_on)
            and case rule.lasting
                when 'b' then p.decided_on + rule.year >= criterion_c.as_of
                when 'c' then false
                else p.decided_on + rule.longest >= rule.first_open_last_day
            end
            and not (rule.mild_penalties_do_not_count and p.is_mild)
    )
    select
        c.subject_id,
        c.clause_code,
        array_agg(c.evidence_id order by c.evidence_id),
        case when bool_or(c.until_on is null) then null else max(c.until_on) end
    from counted as c
    group by c.subject_id, c.clause_code;
end;
comment on function lists.criterion_c(date, timestamptz, date) is
'Memberships of the penalised list in force on the day, one row per clause: grade C.
Shape: one row per subject and clause; the evidence is the penalty each rests on, or the membership where it rests on none in the register; until_on is the last day of the longest, null while one has no end yet (RD-16).
How long it lasts, whether mild penalties count and whether those of the principal do: policies RD-05, RD-11, RD-13.
Source: plan IV C, RD-05, RD-11, RD-12, RD-13, RD-46.';
revoke all on function lists.criterion_c(date, timestamptz, date) from public;
grant execute on function lists.criterion_c(date, timestamptz, date) to anxin_worker;
