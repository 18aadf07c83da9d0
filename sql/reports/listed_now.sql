-- 当日在名单内的单位和个人及剩余天数。psql -v as_of=2026-01-01 -f listed_now.sql；不给日期时为今日。
\if :{?as_of}
\else
select (now() at time zone 'Asia/Shanghai')::date as as_of \gset
\endif

select
    case m.list_code when 'serious' then '严重失信' else '被行政处理' end as "名单",
    m.subject_name as "名称",
    m.credit_code as "统一社会信用代码",
    m.clause_code as "依据",
    m.decision_number as "决定文号",
    m.listed_on as "列入之日",
    m.published_on as "公布之日",
    m.last_day as "最后一日",
    m.days_left as "剩余天数",
    m.removal_from as "可申请提前移出"
from reports.membership_on(:'as_of') as m
where m.is_in_force
order by m.list_code desc, m.days_left nulls last, m.membership_id;
