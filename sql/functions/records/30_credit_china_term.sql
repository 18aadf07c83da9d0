drop function if exists records.credit_china_term(date) cascade;

create function records.credit_china_term(as_of date)
returns table (subject_id bigint, record_id bigint, severity_class text, last_day date, is_open boolean)
language sql stable parallel safe
begin atomic
    with rule as materialized (
        select law.policy_option('RD-24', credit_china_term.as_of) = 'b' as everything_is_sent
    ),
    -- Period and class by the rule of the day of the decision. One regime governs every day: left joins say so to the planner, which expects
    -- a range to be met by few.
    regime as materialized (
        select class.severity_class, longest.value as months, longest.governs
        from (values ('minor'), ('general'), ('serious')) as class (severity_class)
        cross join lateral law.parameter_regime('credit-china-months-' || class.severity_class) as longest
    ),
    classed as (
        select
            p.subject_id,
            p.record_id,
            p.decided_on,
            case
                when p.is_simplified or p.kinds <@ array['警告', '通报批评'] then 'minor'
                when p.kinds && array['吊销许可证件', '限制从业'] or p.fine_fen >= huge_fine.value then 'serious'
                else 'general'
            end as severity_class
        from records.penalty_as_known('infinity') as p
        left join law.parameter_regime('huge-fine-fen') as huge_fine on huge_fine.governs @> p.decided_on
    ),
    termed as (
        select
            c.subject_id,
            c.record_id,
            c.severity_class,
            c.decided_on,
            case when regime.months > 0 then (c.decided_on + make_interval(months => regime.months))::date end as last_day
        from classed as c
        left join regime
            on regime.severity_class = c.severity_class and regime.governs @> c.decided_on
    )
    select
        t.subject_id,
        t.record_id,
        t.severity_class,
        coalesce(moved.moves_to, t.last_day),
        rule.everything_is_sent or coalesce(coalesce(moved.moves_to, t.last_day) >= credit_china_term.as_of, false)
    from termed as t
    cross join rule
    left join law.moved_last_day() as moved on moved.last_day = t.last_day and moved.governs @> t.decided_on;
end;
comment on function records.credit_china_term(date) is
'How long the sharing platform shows each penalty: by its class, under the rule in force when it was decided.
Shape: one row per penalty. severity_class: minor (on the spot, warning, public criticism), serious (licence revoked, ban from practice, a huge fine), general. last_day is counted from the date of the document; null: not sent. is_open: whether it may be shown on the day; by option b of RD-24 always.
Source: NDRC orders 58 and 36, RD-24, RD-30.';
revoke all on function records.credit_china_term(date) from public;
grant execute on function records.credit_china_term(date) to anxin_worker;
