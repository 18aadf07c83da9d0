drop function if exists reports.subject_on(date, timestamptz) cascade;

create function reports.subject_on(as_of date, known_at timestamptz default 'infinity')
returns table (
    as_of_date date,
    subject_id bigint,
    credit_code text,
    subject_name text,
    kind text,
    reporting_unit_code text,
    reporting_unit_name text,
    industry_code text,
    registered_on date,
    grade law.grade,
    clause_codes text[],
    evidence_ids bigint[],
    penalised_last_day date,
    serious_last_day date,
    penalty_count bigint,
    fine_yuan numeric,
    accident_count bigint,
    death_count bigint,
    certification_level smallint,
    is_objection_pending boolean,
    policy_stamp text
)
language sql stable
security definer set search_path = pg_catalog, pg_temp
begin atomic
    with penalty as (
        select p.subject_id, count(*) as penalty_count, sum(p.fine_fen) / 100.0 as fine_yuan
        from records.penalty_as_known(subject_on.known_at) as p
        where p.decided_on <= subject_on.as_of
            and not p.is_withdrawn
            and (p.annulled_on is null or p.annulled_on > subject_on.as_of)
        group by p.subject_id
    ),
    accident as (
        select a.subject_id, count(*) as accident_count, sum(a.death_count) as death_count
        from records.accident_as_known(subject_on.known_at) as a
        where a.occurred_on <= subject_on.as_of and not a.is_withdrawn
        group by a.subject_id
    ),
    certification as (
        select c.subject_id, min(c.level) as level
        from records.certification_as_known(subject_on.known_at) as c
        where c.valid_from <= subject_on.as_of and c.valid_to >= subject_on.as_of and not c.is_withdrawn
            and (c.revoked_on is null or c.revoked_on > subject_on.as_of)
        group by c.subject_id
    ),
    listed as (
        select
            m.subject_id,
            max(upper(m.during) - 1) filter (where m.list_code = 'penalised') as penalised_last_day,
            max(upper(m.during) - 1) filter (where m.list_code = 'serious') as serious_last_day
        from lists.membership_in_force(subject_on.as_of, subject_on.known_at, subject_on.as_of) as m
        group by m.subject_id
    )
    select
        subject_on.as_of,
        s.subject_id,
        code.value,
        s.name,
        s.kind,
        s.reporting_unit_code,
        unit.name,
        s.industry_code,
        s.registered_on,
        g.grade,
        g.clause_codes,
        g.evidence_ids,
        listed.penalised_last_day,
        listed.serious_last_day,
        coalesce(penalty.penalty_count, 0),
        coalesce(penalty.fine_yuan, 0),
        coalesce(accident.accident_count, 0),
        coalesce(accident.death_count, 0),
        certification.level,
        exists (select from cases.objection_pending(subject_on.as_of, subject_on.known_at) as o where o.subject_id = s.subject_id),
        -- Once a statement: it asks for every reading and every number.
        (select law.policy_stamp(subject_on.as_of))
    from lists.subject_grade(subject_on.as_of, subject_on.known_at) as g
    join register.subject_as_known(subject_on.known_at) as s on s.subject_id = g.subject_id
    join ops.reporting_unit as unit on unit.reporting_unit_code = s.reporting_unit_code
    left join register.subject_identifier as code on code.subject_id = s.subject_id and code.scheme = 'credit_code'
    left join penalty on penalty.subject_id = s.subject_id
    left join accident on accident.subject_id = s.subject_id
    left join certification on certification.subject_id = s.subject_id
    left join listed on listed.subject_id = s.subject_id
    where unit.agency_code = any ((select ops.agencies_in_reach())::text[]);
end;
comment on function reports.subject_on(date, timestamptz) is
'每个单位在某日的一行宽表：等级、依据条款、名单截止日、处罚、事故、标准化等级。
Shape: one row per unit that exists on the day. as_of_date 统计日；subject_id 主体编号；credit_code 统一社会信用代码；subject_name 名称；kind 类别；reporting_unit_code、reporting_unit_name 报送单位；industry_code 行业；registered_on 注册日期；grade 等级；clause_codes 依据条款；evidence_ids 依据记录；penalised_last_day C级截止日；serious_last_day D级截止日（未公示为空）；penalty_count 处罚次数；fine_yuan 罚款合计（元）；accident_count 事故起数；death_count 死亡人数；certification_level 标准化等级；is_objection_pending 异议处理中；policy_stamp 口径版本。
known_at: 以当时所知为准，缺省为现在所知。';
revoke all on function reports.subject_on(date, timestamptz) from public;
grant execute on function reports.subject_on(date, timestamptz) to anxin_analyst, anxin_worker, anxin_officer;
