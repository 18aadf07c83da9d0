drop function if exists publication.showing(date) cascade;

create function publication.showing(as_of date)
returns table (
    subject_id bigint,
    membership_id bigint,
    list_code text,
    is_person boolean,
    is_open_on_platform boolean,
    content_stamp bigint
)
language sql stable parallel safe
begin atomic
    with common as materialized (
        -- What all entries share: the small tables and the text of the function that puts them together.
        select hashtextextended(
            concat(
                pg_get_function_sqlbody('publication.entry_content(date, bigint, bigint)'::regprocedure),
                law.parameter_value('objection-working-days', showing.as_of),
                (select jsonb_agg(r order by r.governs) from law.removal_term() as r),
                (select jsonb_agg(d order by d.governs, d.last_day) from law.moved_last_day() as d),
                (select jsonb_agg(c order by c.clause_code) from law.clause as c),
                (select jsonb_agg(a order by a.agency_code) from ops.agency as a),
                (select jsonb_agg(u order by u.reporting_unit_code) from ops.reporting_unit as u),
                (
                    select jsonb_agg(m order by m.grade, m.measure_no, m.valid_from)
                    from supervision.measure as m
                    where m.valid_from <= showing.as_of
                ),
                (select jsonb_agg(jsonb_build_array(c.channel_code, c.shows_persons) order by c.channel_code) from publication.channel as c),
                (select jsonb_agg(l order by l.channel_code, l.list_code) from publication.channel_list as l)
            ), 0) as stamp
    ),
    -- Only what was ever corrected: all else is at version 1.
    subject_change as (
        select v.subject_id, max(v.version_no) as version_no
        from register.subject_version as v
        where v.version_no > 1
        group by v.subject_id
    ),
    penalty_change as (
        select p.subject_id, p.record_id, max(p.version_no) as version_no
        from records.penalty as p
        where p.version_no > 1
        group by p.subject_id, p.record_id
    ),
    objection as (
        select distinct o.subject_id, o.record_id
        from cases.objection_pending(showing.as_of) as o
    )
    select
        m.subject_id,
        m.membership_id,
        m.list_code,
        exists (select from register.person as p where p.subject_id = m.subject_id),
        coalesce(platform.is_open, true),
        hashint4extended(m.version_no,
            hashint4extended(coalesce(subject_change.version_no, 1),
                hashint4extended(coalesce(unit_change.version_no, 1),
                    hashint4extended(coalesce(penalty_change.version_no, 1),
                        common.stamp # case when objection.record_id is null then 0 else 1 end # case when platform.is_open then 0 else 2 end))))
    from lists.membership_in_force(showing.as_of, 'infinity', showing.as_of) as m
    cross join common
    left join subject_change on subject_change.subject_id = m.subject_id
    left join subject_change as unit_change on unit_change.subject_id = m.unit_id
    left join penalty_change
        on penalty_change.subject_id = coalesce(m.unit_id, m.subject_id) and penalty_change.record_id = m.founding_record_id
    left join objection on objection.subject_id = m.subject_id and objection.record_id = m.founding_record_id
    left join records.credit_china_term(showing.as_of) as platform
        on m.list_code = 'penalised' and platform.subject_id = coalesce(m.unit_id, m.subject_id) and platform.record_id = m.founding_record_id;
end;
comment on function publication.showing(date) is
'The memberships that must be shown on a day, each with a stamp of everything that decides what is shown of it and where: two equal stamps mean the same, and to compare them costs a hundredth of building the content.
Shape: one row per membership in force. is_open_on_platform as in publication.channel_of. Units: content_stamp is a 64-bit hash of versions.
Source: plan V(4), Order 11 Arts. 11-12; RD-24.';
revoke all on function publication.showing(date) from public;
grant execute on function publication.showing(date) to anxin_worker;
