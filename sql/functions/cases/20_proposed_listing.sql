drop function if exists cases.proposed_listing(date, timestamptz) cascade;

create function cases.proposed_listing(as_of date, known_at timestamptz default 'infinity')
returns table (subject_id bigint, clause_code text, founding_record_id bigint, evidence_ids bigint[], since_on date, shown_by text)
language sql stable parallel safe
begin atomic
    with ground as (
        select g.* from records.ground_da1(proposed_listing.as_of, proposed_listing.known_at) as g
        union all
        select g.* from records.ground_da2(proposed_listing.as_of, proposed_listing.known_at) as g
        union all
        select g.* from records.ground_da3(proposed_listing.as_of, proposed_listing.known_at) as g
        union all
        select g.* from records.ground_da4(proposed_listing.as_of, proposed_listing.known_at) as g
        union all
        select g.* from records.ground_da5(proposed_listing.as_of, proposed_listing.known_at) as g
        union all
        select g.* from records.ground_do1(proposed_listing.as_of, proposed_listing.known_at) as g
        union all
        select g.* from records.ground_do2(proposed_listing.as_of, proposed_listing.known_at) as g
        union all
        select g.* from records.ground_do3(proposed_listing.as_of, proposed_listing.known_at) as g
        union all
        select g.* from records.ground_do4(proposed_listing.as_of, proposed_listing.known_at) as g
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
    select g.subject_id, g.clause_code, g.penalty_ids[1], g.evidence_ids, g.since_on, g.shown_by
    from ground as g
    join register.subject_as_known(proposed_listing.known_at) as s on s.subject_id = g.subject_id
    where (select law.parameter_value('larger-accidents-count', proposed_listing.as_of)) > 0
        and s.kind <> 'person'
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
Shape: one row per unit and ground: its accident (DA1, DA4), the newest larger accident that completes the count (DA2), or its penalty (the others). founding_record_id is the first penalty a listing can rest on; null for DA2 while none is recorded, and until then no notice can be given (Order 11 Art. 3). evidence_ids are the accidents, then the penalties. since_on is the day on which the last of the facts stood; shown_by the phrase of the decision that shows the ground, null where a field does.
Each clause has its function records.ground_…. Raises AX001 for a day before the plan.
Source: plan IV D, Order 11 Arts. 3, 4, 6, 7; RD-20 (counted forward, last day inside), RD-26, RD-46.';
revoke all on function cases.proposed_listing(date, timestamptz) from public;
grant execute on function cases.proposed_listing(date, timestamptz) to anxin_worker;
