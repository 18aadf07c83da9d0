create or replace view reports.plan_population with (security_invoker = true) as
select
    v.plan_year,
    v.agency_code,
    v.drawn_on,
    v.seed,
    v.share_a_percent,
    v.share_b_percent,
    v.population_sha256,
    v.subject_id,
    v.credit_code,
    v.grade,
    v.draw_key,
    v.is_drawn
from reports.plan_populations() as v;
comment on view reports.plan_population is '年度计划随机抽取的总体：按抽取键从小到大取“总数×比例”（向上取整）个，任何人可以据此复核。';
comment on column reports.plan_population.plan_year is '计划年度';
comment on column reports.plan_population.agency_code is '制定机关代码';
comment on column reports.plan_population.drawn_on is '抽取日期';
comment on column reports.plan_population.seed is '公布的种子';
comment on column reports.plan_population.share_a_percent is 'A级抽取比例（%）';
comment on column reports.plan_population.share_b_percent is 'B级抽取比例（%）';
comment on column reports.plan_population.population_sha256 is '总体摘要：全部代码排序后以换行连接的 SHA-256';
comment on column reports.plan_population.subject_id is '主体编号';
comment on column reports.plan_population.credit_code is '统一社会信用代码';
comment on column reports.plan_population.grade is '抽取当日的信用等级';
comment on column reports.plan_population.draw_key is '抽取键：种子、冒号、代码连接后的 SHA-256';
comment on column reports.plan_population.is_drawn is '是否抽中';
revoke all on reports.plan_population from public;
grant select on reports.plan_population to anxin_analyst, anxin_worker, anxin_officer;
