create or replace view reports.plan_line as
select
    p.plan_year,
    p.agency_code,
    a.name as agency_name,
    row_number() over (
        partition by p.plan_id
        order by r.sort_order, u.sort_order, coalesce(s.sort_key, s.name) collate "zh-x-icu", code.value
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
    case when l.draw_no is not null then '抽取序号' || l.draw_no else coalesce(evidence.remark, '') end as remark,
    l.inspections_per_year,
    l.draw_no,
    l.evidence_ids,
    p.drawn_on
from supervision.plan_line as l
join supervision.plan as p on p.plan_id = l.plan_id
join ops.agency as a on a.agency_code = p.agency_code
join register.subject as s on s.subject_id = l.subject_id
join ops.reporting_unit as u on u.reporting_unit_code = s.reporting_unit_code
join ops.agency as responsible on responsible.agency_code = u.agency_code
join (values
    ('must', 1, '应列入', '工作方案五（三）', '事故整改措施和行政处罚落实情况，执行安全生产法律法规和标准情况', '重点监督检查', '全年不少于'),
    ('key', 2, '重点监管', '', '行政处罚落实和违法行为整改情况，执行安全生产法律法规和标准情况', '重点检查', '全年不少于'),
    ('drawn', 3, '随机抽查', '工作方案五（二）', '执行安全生产法律法规和标准情况', '双随机抽查', '全年'),
    ('spot_check', 4, '抽查', '工作方案五（一）', '执行安全生产法律法规和标准情况', '抽查', '全年不超过')
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
) as evidence on l.evidence_ids <> '{}';
comment on view reports.plan_line is '年度执法检查计划各行：应列入（发生事故并受处罚）、重点监管（其他C级、D级）、随机抽查（B级）、抽查（A级）。';
comment on column reports.plan_line.plan_year is '计划年度';
comment on column reports.plan_line.agency_code is '制定机关代码';
comment on column reports.plan_line.agency_name is '制定机关';
comment on column reports.plan_line.line_no is '序号';
comment on column reports.plan_line.subject_id is '主体编号';
comment on column reports.plan_line.subject_name is '检查对象';
comment on column reports.plan_line.credit_code is '统一社会信用代码';
comment on column reports.plan_line.grade is '抽取当日的信用等级';
comment on column reports.plan_line.reason_code is '列入原因代码：must、key、drawn、spot_check';
comment on column reports.plan_line.reason_zh is '列入原因';
comment on column reports.plan_line.basis is '检查依据';
comment on column reports.plan_line.content is '检查内容';
comment on column reports.plan_line.way is '检查方式';
comment on column reports.plan_line.frequency is '频次及上限';
comment on column reports.plan_line.schedule is '时间安排';
comment on column reports.plan_line.responsible_agency_name is '责任单位';
comment on column reports.plan_line.remark is '备注：事故和处罚决定，或抽取序号';
comment on column reports.plan_line.inspections_per_year is '计划检查次数';
comment on column reports.plan_line.draw_no is '抽取序号，非抽取的为空';
comment on column reports.plan_line.evidence_ids is '应列入所依据的事故和处罚记录编号';
comment on column reports.plan_line.drawn_on is '抽取日期';
revoke all on reports.plan_line from public;
grant select on reports.plan_line to anxin_analyst, anxin_worker, anxin_officer;
