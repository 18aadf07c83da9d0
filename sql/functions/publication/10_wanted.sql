drop function if exists publication.wanted(date) cascade;

create function publication.wanted(as_of date)
returns table (
    channel_code text,
    subject_id bigint,
    membership_id bigint,
    content jsonb,
    content_sha256 text
)
language sql stable parallel safe
begin atomic
    with list_name (list_code, name, grade) as (
        values ('penalised', '被行政处理', 'C'::law.grade), ('serious', '安全生产严重失信主体名单', 'D'::law.grade)
    ),
    removal as materialized (
        select make_interval(months => law.parameter_value('early-removal-months', wanted.as_of)) as term
    ),
    measures as materialized (
        select newest.grade, jsonb_agg(newest.text_zh order by newest.measure_no) as texts
        from (
            select distinct on (m.grade, m.measure_no) m.grade, m.measure_no, m.text_zh
            from supervision.measure as m
            where m.valid_from <= wanted.as_of
            order by m.grade, m.measure_no, m.valid_from desc
        ) as newest
        group by newest.grade
    ),
    shown as (
        select
            m.subject_id,
            m.membership_id,
            m.list_code,
            m.founding_record_id,
            jsonb_build_object(
                'entry_id', m.membership_id,
                'list_code', m.list_code,
                'list_name', list_name.name,
                'subject_kind', s.kind,
                'name', s.name,
                'credit_code', code.value,
                'masked_number', person.masked_number,
                'registered_address', case when s.kind <> 'person' then s.registered_address end,
                'reporting_unit', coalesce(unit.reporting_unit_code, unit_of_person.reporting_unit_code),
                'reporting_unit_name', coalesce(unit.name, unit_of_person.name),
                'ground_clause', m.clause_code,
                'ground_text', clause.text_zh,
                'basis', penalty.basis,
                'decision_number', m.decision_number,
                'decided_on', m.listed_on,
                'deciding_agency', agency.name,
                'published_on', m.published_on,
                'management_months', m.period_months,
                'last_day', upper(m.during) - 1,
                'removal_from', (m.listed_on + removal.term)::date + 1,
                'measures', coalesce(measures.texts, '[]'),
                'remedies', '认为记录与事实不符的，可以向记录部门提出异议申请，受理之日起10个工作日内答复；不服决定的，可以依法申请行政复议或者提起行政诉讼。',
                'is_objection_pending', objection.case_id is not null
            ) as content
        from lists.membership_in_force(wanted.as_of, 'infinity', wanted.as_of) as m
        join list_name on list_name.list_code = m.list_code
        join register.subject as s on s.subject_id = m.subject_id
        join ops.agency as agency on agency.agency_code = m.agency_code
        join law.clause as clause on clause.clause_code = m.clause_code
        cross join removal
        left join measures on measures.grade = list_name.grade
        left join ops.reporting_unit as unit on unit.reporting_unit_code = s.reporting_unit_code
        left join register.subject as employer on employer.subject_id = m.unit_id and s.kind = 'person'
        left join ops.reporting_unit as unit_of_person
            on unit_of_person.reporting_unit_code = employer.reporting_unit_code
        left join register.subject_identifier as code on code.subject_id = m.subject_id and code.scheme = 'credit_code'
        left join register.person as person on person.subject_id = m.subject_id
        left join records.penalty_as_known('infinity') as penalty
            on penalty.subject_id = coalesce(m.unit_id, m.subject_id) and penalty.record_id = m.founding_record_id
        left join lateral (
            select o.case_id
            from cases.objection_pending(wanted.as_of) as o
            where o.subject_id = m.subject_id and o.record_id = m.founding_record_id
            limit 1
        ) as objection on true
    )
    select
        c.channel_code,
        shown.subject_id,
        shown.membership_id,
        shown.content,
        encode(sha256(convert_to(shown.content::text, 'UTF8')), 'hex')
    from shown
    join publication.channel_list as c on c.list_code = shown.list_code
    join publication.channel as place on place.channel_code = c.channel_code
    left join records.credit_china_term(wanted.as_of) as term
        on c.channel_code = 'sharing-platform' and c.list_code = 'penalised'
        and term.subject_id = shown.subject_id and term.record_id = shown.founding_record_id
    where coalesce(term.is_open, true) and (place.shows_persons or shown.content ->> 'subject_kind' <> 'person');
end;
comment on function publication.wanted(date) is
'What each channel must show on a day: one entry per membership in force, with the columns allowed to be shown and personal data masked.
The sharing platform shows a penalty as long as its class and the rule of its date allow (RD-24); the bureau site as long as it founds a membership.
Shape: one row per channel and membership.
Source: plan V(4), Order 11 Arts. 11-12, Work Safety Law Art. 78; RD-16, RD-24, RD-25, RD-33, RD-39.';
revoke all on function publication.wanted(date) from public;
grant execute on function publication.wanted(date) to anxin_worker;
