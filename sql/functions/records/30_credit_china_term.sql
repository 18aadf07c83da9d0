drop function if exists records.credit_china_term(date) cascade;

create function records.credit_china_term(as_of date)
returns table (subject_id bigint, record_id bigint, severity_class text, last_day date, is_open boolean)
language sql stable parallel safe
begin atomic
    with rule as materialized (
        select
            law.policy_option('RD-24', credit_china_term.as_of) = 'b' as everything_is_sent,
            law.parameter_value('huge-fine-fen', credit_china_term.as_of) as huge_fine_fen,
            law.first_open_last_day(credit_china_term.as_of) as first_open_last_day
    ),
    -- Each number governs the decisions from its first day to the day before the next; the first also those before it.
    regime as materialized (
        select
            replace(p.parameter_code, 'credit-china-months-', '') as severity_class,
            p.value as months,
            daterange(
                case when lag(p.valid_from) over version is null then null else p.valid_from end,
                lead(p.valid_from) over version) as decided_during
        from law.parameter as p
        where p.parameter_code in ('credit-china-months-minor', 'credit-china-months-general', 'credit-china-months-serious')
        window version as (partition by p.parameter_code order by p.valid_from)
    ),
    classed as (
        select
            p.subject_id,
            p.record_id,
            p.decided_on,
            case
                when p.is_simplified or p.kinds <@ array['警告', '通报批评'] then 'minor'
                when p.kinds && array['吊销许可证件', '限制从业'] or p.fine_fen >= rule.huge_fine_fen then 'serious'
                else 'general'
            end as severity_class
        from records.penalty_as_known('infinity') as p
        cross join rule
    ),
    termed as (
        select
            c.subject_id,
            c.record_id,
            c.severity_class,
            case when regime.months > 0 then (c.decided_on + make_interval(months => regime.months))::date end as last_day
        from classed as c
        join regime
            on regime.severity_class = c.severity_class and regime.decided_during @> c.decided_on
    )
    select
        t.subject_id,
        t.record_id,
        t.severity_class,
        t.last_day,
        rule.everything_is_sent or coalesce(t.last_day >= rule.first_open_last_day, false)
    from termed as t
    cross join rule;
end;
comment on function records.credit_china_term(date) is
'How long the sharing platform shows each penalty: by its class, under the rule in force when it was decided.
Shape: one row per penalty. severity_class: minor (on the spot, warning, public criticism), serious (licence revoked, ban from practice, a huge fine), general. last_day is counted from the date of the document; null: not sent. is_open: whether it may be shown on the day; by option b of RD-24 always.
Source: NDRC orders 58 and 36, RD-24, RD-30.';
revoke all on function records.credit_china_term(date) from public;
grant execute on function records.credit_china_term(date) to anxin_worker;
