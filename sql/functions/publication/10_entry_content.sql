drop function if exists publication.entry_content(date, bigint, bigint) cascade;

create function publication.entry_content(as_of date, subject_id bigint, membership_id bigint)
returns table (content json, content_sha256 text)
language sql stable parallel safe
begin atomic
    with list_name (list_code, name, grade) as (
        values ('penalised', '被行政处理', 'C'::law.grade), ('serious', '安全生产严重失信主体名单', 'D'::law.grade)
    ),
    rule as materialized (
        select
            law.parameter_value('objection-working-days', entry_content.as_of) as objection_days
    ),
    measures as materialized (
        select newest.grade, jsonb_agg(newest.text_zh order by newest.measure_no) as texts
        from (
            select distinct on (m.grade, m.measure_no) m.grade, m.measure_no, m.text_zh
            from supervision.measure as m
            where m.valid_from <= entry_content.as_of
            order by m.grade, m.measure_no, m.valid_from desc
        ) as newest
        group by newest.grade
    ),
    -- Kept apart from the digest, which would otherwise build it a second time, and written out once, for all channels.
    shown as (
        select
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
                'removal_from', (m.listed_on + removal.term)::date,
                'measures', coalesce(measures.texts, '[]'),
                'remedies', '认为记录与事实不符的，可以向记录部门提出异议申请，受理之日起' || rule.objection_days
                    || '个工作日内答复；不服决定的，可以依法申请行政复议或者提起行政诉讼。',
                'is_objection_pending', exists (
                    select from cases.objection_pending(entry_content.as_of) as o
                    where o.subject_id = m.subject_id and o.record_id = m.founding_record_id
                )
            )::text as content
        from lists.membership_by_law('infinity') as m
        join law.removal_term() as removal on removal.governs @> m.listed_on
        join list_name on list_name.list_code = m.list_code
        join register.subject as s on s.subject_id = m.subject_id
        join ops.agency as agency on agency.agency_code = m.agency_code
        join law.clause as clause on clause.clause_code = m.clause_code
        cross join rule
        left join measures on measures.grade = list_name.grade
        left join ops.reporting_unit as unit on unit.reporting_unit_code = s.reporting_unit_code
        left join register.subject as employer on employer.subject_id = m.unit_id and s.kind = 'person'
        left join ops.reporting_unit as unit_of_person
            on unit_of_person.reporting_unit_code = employer.reporting_unit_code
        left join register.subject_identifier as code on code.subject_id = m.subject_id and code.scheme = 'credit_code'
        left join register.person as person on person.subject_id = m.subject_id
        left join records.penalty_as_known('infinity') as penalty
            on penalty.subject_id = coalesce(m.unit_id, m.subject_id) and penalty.record_id = m.founding_record_id
        where m.subject_id = entry_content.subject_id and m.membership_id = entry_content.membership_id
        offset 0
    )
    select shown.content::json, encode(sha256(convert_to(shown.content, 'UTF8')), 'hex')
    from shown;
end;
comment on function publication.entry_content(date, bigint, bigint) is
'What a channel shows on a day of one membership, with the columns allowed to be shown and personal data masked. Everything it reads must be in publication.showing''s stamp.
Shape: one row.
Source: plan V(4), Order 11 Arts. 11-12, Work Safety Law Art. 78; RD-16, RD-25, RD-30, RD-33, RD-39.';
revoke all on function publication.entry_content(date, bigint, bigint) from public;
grant execute on function publication.entry_content(date, bigint, bigint) to anxin_worker;
