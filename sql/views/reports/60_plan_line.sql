create or replace view reports.plan_line with (security_invoker = true) as
select
    v.plan_year,
    v.agency_code,
    v.agency_name,
    v.line_no,
    v.subject_id,
    v.subject_name,
    v.credit_code,
    v.grade,
    v.reason_code,
    v.reason_zh,
    v.basis,
    v.content,
    v.way,
    v.frequency,
    v.schedule,
    v.responsible_agency_name,
    v.remark,
    v.inspections_per_year,
    v.draw_no,
    v.evidence_ids,
    v.drawn_on,
    v.added_on
from reports.plan_lines() as v;
comment on view reports.plan_line is '年度执法检查计划各行：应列入（发生事故并受处罚）、重点监管（其他C级、D级）、行业规定（高危行业另有次数的A级、B级）、随机抽查（B级）、抽查（A级）。';
comment on column reports.plan_line.plan_year is '计划年度';
comment on column reports.plan_line.agency_code is '制定机关代码';
comment on column reports.plan_line.agency_name is '制定机关';
comment on column reports.plan_line.line_no is '序号';
comment on column reports.plan_line.subject_id is '主体编号';
comment on column reports.plan_line.subject_name is '检查对象';
comment on column reports.plan_line.credit_code is '统一社会信用代码';
comment on column reports.plan_line.grade is '抽取当日的信用等级';
comment on column reports.plan_line.reason_code is '列入原因代码：must、key、industry、drawn、spot_check';
comment on column reports.plan_line.reason_zh is '列入原因';
comment on column reports.plan_line.basis is '检查依据';
comment on column reports.plan_line.content is '检查内容';
comment on column reports.plan_line.way is '检查方式';
comment on column reports.plan_line.frequency is '频次及上限';
comment on column reports.plan_line.schedule is '时间安排';
comment on column reports.plan_line.responsible_agency_name is '责任单位';
comment on column reports.plan_line.remark is '备注：事故和处罚决定、补列日期，或抽取序号';
comment on column reports.plan_line.inspections_per_year is '计划检查次数';
comment on column reports.plan_line.draw_no is '抽取序号，非抽取的为空';
comment on column reports.plan_line.evidence_ids is '应列入所依据的事故和处罚记录编号';
comment on column reports.plan_line.drawn_on is '抽取日期';
comment on column reports.plan_line.added_on is '补列日期，抽取时列入的为空';
revoke all on reports.plan_line from public;
grant select on reports.plan_line to anxin_analyst, anxin_worker, anxin_officer;
