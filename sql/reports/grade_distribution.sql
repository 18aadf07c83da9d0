-- 各报送单位的等级分布。psql -v as_of=2026-01-01 -f grade_distribution.sql；不给日期时为今日。
\if :{?as_of}
\else
select (now() at time zone 'Asia/Shanghai')::date as as_of \gset
\endif

select
    coalesce(s.reporting_unit_name, '全市') as "报送单位",
    count(*) as "单位数",
    count(*) filter (where s.grade = 'A') as "A级",
    count(*) filter (where s.grade = 'B') as "B级",
    count(*) filter (where s.grade = 'C') as "C级",
    count(*) filter (where s.grade = 'D') as "D级",
    min(s.policy_stamp) as "口径版本"
from reports.subject_on(:'as_of') as s
group by rollup (s.reporting_unit_name)
order by grouping(s.reporting_unit_name), count(*) desc, s.reporting_unit_name collate "zh-x-icu";
