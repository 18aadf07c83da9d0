drop function if exists reports.plan_lines(integer) cascade;

create function reports.plan_lines(plan_year integer default null)
returns table (
    plan_year integer,
    agency_code text,
    agency_name text,
    line_no bigint,
    subject_id bigint,
    subject_name text,
    credit_code text,
    grade law.grade,
    reason_code text,
    reason_zh text,
    basis text,
    content text,
    way text,
    frequency text,
    schedule text,
    responsible_agency_name text,
    remark text,
    inspections_per_year smallint,
    draw_no integer,
    evidence_ids bigint[],
    drawn_on date,
    added_on date
)
language sql stable
security definer set search_path = pg_catalog, pg_temp
begin atomic
    select
        p.plan_year,
        p.agency_code,
        a.name as agency_name,
        row_number() over (
            partition by p.plan_id
            order by l.added_on nulls first, r.sort_order, u.sort_order, coalesce(s.sort_key, s.name) collate "zh-x-icu", code.value
        ) as line_no,
        l.subject_id,
        s.name as subject_name,
        code.value as credit_code,
        l.grade,
        l.reason_code,
        r.reason_zh,
        case l.reason_code when 'key' then case l.grade when 'D' then '工作方案五（四）' else '工作方案五（三）' end else r.basis end as basis,
        r.content,
        r.way,
        r.at_least || l.inspections_per_year || '次' as frequency,
        p.plan_year || '年1月至12月' as schedule,
        responsible.name as responsible_agency_name,
        case
            when l.draw_no is not null then '抽取序号' || l.draw_no
            else concat_ws('；', evidence.remark, to_char(l.added_on, '"于"YYYY"年"FMMM"月"FMDD"日补列"'))
        end as remark,
        l.inspections_per_year,
        l.draw_no,
        l.evidence_ids,
        p.drawn_on,
        l.added_on
    from supervision.plan_line as l
    join supervision.plan as p on p.plan_id = l.plan_id
    join ops.agency as a on a.agency_code = p.agency_code
    join register.subject as s on s.subject_id = l.subject_id
    join ops.reporting_unit as u on u.reporting_unit_code = s.reporting_unit_code
    join ops.agency as responsible on responsible.agency_code = u.agency_code
    join (values
        ('must', 1, '应列入', '工作方案五（三）', '事故整改措施和行政处罚落实情况，执行安全生产法律法规和标准情况', '重点监督检查', '全年不少于'),
        ('key', 2, '重点监管', '', '行政处罚落实和违法行为整改情况，执行安全生产法律法规和标准情况', '重点检查', '全年不少于'),
        ('industry', 3, '行业规定', '工作方案五（六）', '执行安全生产法律法规和标准情况', '监督检查', '全年不少于'),
        ('drawn', 4, '随机抽查', '工作方案五（二）', '执行安全生产法律法规和标准情况', '双随机抽查', '全年'),
        ('spot_check', 5, '抽查', '工作方案五（一）', '执行安全生产法律法规和标准情况', '抽查', '全年不超过')
    ) as r (reason_code, sort_order, reason_zh, basis, content, way, at_least) on r.reason_code = l.reason_code
    left join register.subject_identifier as code on code.subject_id = l.subject_id and code.scheme = 'credit_code'
    left join lateral (
        select string_agg(e.remark, '；' order by e.sort_order, e.remark) as remark
        from (
            select distinct 1 as sort_order, '事故' || c.accident_number as remark
            from records.accident as c
            where c.subject_id = l.subject_id and c.record_id = any (l.evidence_ids)
            union all
            select distinct 2, '处罚决定' || d.decision_number
            from records.penalty as d
            where d.subject_id = l.subject_id and d.record_id = any (l.evidence_ids)
        ) as e
    ) as evidence on l.evidence_ids <> '{}'
    where (plan_lines.plan_year is null or p.plan_year = plan_lines.plan_year)
        and array[p.agency_code, u.agency_code] && (select ops.agencies_in_reach());
end;
comment on function reports.plan_lines(integer) is
'年度执法检查计划各行：应列入（发生事故并受处罚）、重点监管（其他C级、D级）、行业规定（高危行业另有次数的A级、B级）、随机抽查（B级）、抽查（A级）。年度为空时为历年。
Shape: one row per unit in a plan. plan_year 计划年度；agency_code 制定机关代码；agency_name 制定机关；line_no 序号；subject_id 主体编号；subject_name 检查对象；credit_code 统一社会信用代码；grade 抽取当日的信用等级；reason_code 列入原因代码：must、key、industry、drawn、spot_check；reason_zh 列入原因；basis 检查依据；content 检查内容；way 检查方式；frequency 频次及上限；schedule 时间安排；responsible_agency_name 责任单位；remark 备注：事故和处罚决定、补列日期，或抽取序号；inspections_per_year 计划检查次数；draw_no 抽取序号，非抽取的为空；evidence_ids 应列入所依据的事故和处罚记录编号；drawn_on 抽取日期；added_on 补列日期，抽取时列入的为空。';
revoke all on function reports.plan_lines(integer) from public;
grant execute on function reports.plan_lines(integer) to anxin_analyst, anxin_worker, anxin_officer;
