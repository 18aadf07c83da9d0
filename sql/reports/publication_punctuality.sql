-- 各渠道公示与撤下是否按时。psql -v as_of=2026-01-01 -f publication_punctuality.sql；不给日期时为今日。
\if :{?as_of}
\else
select (now() at time zone 'Asia/Shanghai')::date as as_of \gset
\endif

select
    p.channel_code as "渠道",
    case p.list_code when 'serious' then '严重失信' else '被行政处理' end as "名单",
    count(*) filter (where p.first_shown_on is not null) as "已公示",
    -- Published elsewhere before it was recorded here: no term of this register's ran.
    count(*) filter (where p.first_shown_on is not null and coalesce(p.publish_days_late, 0) = 0) as "按时公示",
    max(p.publish_days_late) as "公示最多逾期天数",
    count(*) filter (where p.gone_on is not null) as "已撤下",
    count(*) filter (where p.gone_on is not null and p.withdraw_days_late = 0) as "按时撤下",
    max(p.withdraw_days_late) as "撤下最多逾期天数",
    count(*) filter (where p.open_action is not null) as "未完成"
from reports.publication_proof(:'as_of') as p
group by p.channel_code, p.list_code
order by p.channel_code, p.list_code;
