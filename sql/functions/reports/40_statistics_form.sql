drop function if exists reports.statistics_form(integer, text, timestamptz) cascade;

create function reports.statistics_form(
    form_year integer,
    reporting_unit_code text default null,
    known_at timestamptz default 'infinity'
)
returns table (line_no bigint, subject_id bigint, credit_code text, subject_name text, grade law.grade, remark text)
language sql stable
security definer set search_path = pg_catalog, pg_temp
begin atomic
    with day as materialized (
        select make_date(statistics_form.form_year + 1, 1, 1) as as_of, make_date(statistics_form.form_year, 12, 31) as last_event_on
    ),
    listed as (
        select m.subject_id, string_agg(
            case m.list_code when 'serious' then '列入决定 ' else '处罚决定 ' end || m.decision_number
            || case
                when m.published_on is null or m.published_on > day.last_event_on then '（未公示）'
                else '（至' || m.last_day || '）'
            end,
            '；' order by m.list_code desc, m.listed_on, m.membership_id) as remark
        from day
        cross join lateral lists.membership_in_force(day.as_of, statistics_form.known_at, day.last_event_on) as m
        group by m.subject_id
    ),
    pending as (
        select distinct o.subject_id
        from day
        cross join lateral cases.objection_pending(day.last_event_on, statistics_form.known_at) as o
    ),
    -- What a renaming of the new year changed stands in that year's form (RD-06).
    former as (
        select distinct on (v.subject_id) v.subject_id, before.name, before.sort_key
        from day
        join intake.act as a on a.act = 'rename-subject' and a.acted_on > day.last_event_on
        join register.subject_version as v
            on v.subject_id = a.subject_id and v.act_id = a.act_id and v.version_no > 1 and v.known_at <= statistics_form.known_at
        join register.subject_version as before on before.subject_id = v.subject_id and before.version_no = v.version_no - 1
        order by v.subject_id, a.acted_on, v.version_no
    )
    select
        row_number() over (order by unit.sort_order, coalesce(former.sort_key, former.name, s.sort_key, s.name) collate "zh-x-icu", code.value),
        s.subject_id,
        code.value,
        coalesce(former.name, s.name),
        g.grade,
        concat_ws('；', listed.remark, case when pending.subject_id is not null then '异议处理中' end)
    from day
    cross join lateral lists.subject_grade(day.as_of, statistics_form.known_at, day.last_event_on) as g
    join register.subject_as_known(statistics_form.known_at) as s on s.subject_id = g.subject_id
    join ops.reporting_unit as unit on unit.reporting_unit_code = s.reporting_unit_code
    left join register.subject_identifier as code on code.subject_id = s.subject_id and code.scheme = 'credit_code'
    left join former on former.subject_id = s.subject_id
    left join listed on listed.subject_id = s.subject_id
    left join pending on pending.subject_id = s.subject_id
    where unit.agency_code = any ((select ops.agencies_in_reach())::text[])
        and (statistics_form.reporting_unit_code is null or s.reporting_unit_code = statistics_form.reporting_unit_code);
end;
comment on function reports.statistics_form(integer, text, timestamptz) is
'安全生产信用分级分类统计表（附件）各行：次年1月1日评定，只计上一年度及以前的信息（RD-06）；报送单位为空时为全市。
Shape: one row per unit. line_no 序号；credit_code 统一社会信用代码；subject_name 生产经营单位名称，次年的更名不计；grade 安全生产信用等级；remark 备注：名单决定及截止日、异议处理中，次年发生的公示和移出不计。按报送单位、名称拼音、代码排序。';
revoke all on function reports.statistics_form(integer, text, timestamptz) from public;
grant execute on function reports.statistics_form(integer, text, timestamptz) to anxin_analyst, anxin_worker, anxin_officer;
