drop function if exists lists.counted_penalised(date, timestamptz, date) cascade;

create or replace function lists.counted_penalised(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, evidence_id bigint, since_on date, until_on date)
language sql stable parallel safe
begin atomic
    select
        m.subject_id,
        m.clause_code,
        coalesce(m.founding_record_id, m.membership_id),
        m.listed_on,
        case (counted_penalised.rules).penalised_last
            when 'b' then (m.listed_on + (counted_penalised.rules).b1_penalty_term)::date
            else upper(m.during) - 1
        end
    from lists.counted_membership(counted_penalised.rules, counted_penalised.known_at, counted_penalised.last_event_on) as m
    where m.list_code = 'penalised'
        and case (counted_penalised.rules).penalised_last
            when 'b' then m.listed_on >= (counted_penalised.rules).b1_penalties_since
            when 'c' then m.published_on <= counted_penalised.last_event_on
            else true
        end
        and (
            (counted_penalised.rules).mild_penalties_count
            or not exists (
                select from records.penalty_as_known(counted_penalised.known_at) as p
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
        p.decided_on,
        case (counted_penalised.rules).penalised_last
            when 'b' then (p.decided_on + (counted_penalised.rules).b1_penalty_term)::date
            else coalesce(moved.moves_to, managed.last_day)
        end
    from records.penalty_of_principal(counted_penalised.known_at) as p
    join ops.agency as a on a.agency_code = p.agency_code and a.is_emergency_department
    join law.parameter_regime('management-months') as longest on longest.governs @> p.decided_on
    cross join lateral (select (p.decided_on + make_interval(months => longest.value))::date as last_day) as managed
    left join law.moved_last_day() as moved on moved.last_day = managed.last_day and moved.governs @> p.decided_on
    where (counted_penalised.rules).penalties_of_principals_count
        and p.is_safety
        and p.decided_on <= counted_penalised.last_event_on
        and not p.is_withdrawn
        and (p.annulled_on is null or p.annulled_on > counted_penalised.last_event_on)
        and case (counted_penalised.rules).penalised_last
            when 'b' then p.decided_on >= (counted_penalised.rules).b1_penalties_since
            when 'c' then false
            else coalesce(moved.moves_to, managed.last_day) >= (counted_penalised.rules).as_of
        end
        and ((counted_penalised.rules).mild_penalties_count or not p.is_mild)
        and not (
            (counted_penalised.rules).repairs_count
            and exists (
                select from records.repair_result_as_known(counted_penalised.known_at) as r
                where r.subject_id = p.person_id
                    and r.penalty_record_id = p.record_id
                    and r.repaired_on <= counted_penalised.last_event_on
                    and not r.is_withdrawn
            )
        );
end;
comment on function lists.counted_penalised(law.rule_set, timestamptz, date) is
'What gives a unit grade C on a day: its memberships of the penalised list in force, and by option b of RD-13 penalties of its principal.
Shape: one row per subject and penalty; evidence_id is the penalty, or the membership where it rests on none in the register; since_on is the day of its decision; until_on its last day, null while it has no end yet (RD-16).
How long it lasts and whether mild penalties count: policies RD-05 and RD-11.
Source: plan IV C, RD-05, RD-11, RD-12, RD-13, RD-30, RD-46.';
revoke all on function lists.counted_penalised(law.rule_set, timestamptz, date) from public;
grant execute on function lists.counted_penalised(law.rule_set, timestamptz, date) to anxin_worker;
