drop function if exists reports.membership_on(date, timestamptz) cascade;

create function reports.membership_on(as_of date, known_at timestamptz default 'infinity')
returns table (
    as_of_date date,
    subject_id bigint,
    membership_id bigint,
    list_code text,
    clause_code text,
    kind text,
    credit_code text,
    subject_name text,
    reporting_unit_name text,
    agency_name text,
    decision_number text,
    listed_on date,
    published_on date,
    period_months smallint,
    last_day date,
    days_left integer,
    removal_from date,
    ended_on date,
    end_reason text,
    is_in_force boolean
)
language sql stable
security definer set search_path = pg_catalog, pg_temp
begin atomic
    select m.as_of_date, m.subject_id, m.membership_id, m.list_code, m.clause_code, m.kind, m.credit_code, m.subject_name,
        m.reporting_unit_name, m.agency_name, m.decision_number, m.listed_on, m.published_on, m.period_months, m.last_day,
        m.days_left, m.removal_from, m.ended_on, m.end_reason, m.is_in_force
    from lists.membership_state(membership_on.as_of, membership_on.known_at) as m
    join lists.membership as decided on decided.subject_id = m.subject_id and decided.membership_id = m.membership_id
    -- A person is its unit's: both stand for the same fact.
    join register.subject as s on s.subject_id = case when m.kind = 'person' then decided.unit_id else m.subject_id end
    left join ops.reporting_unit as unit on unit.reporting_unit_code = s.reporting_unit_code
    where array[decided.agency_code, unit.agency_code] && (select ops.agencies_in_reach());
end;
comment on function reports.membership_on(date, timestamptz) is
'名单成员在某日的状态，包括已经移出的。
Shape: one row per membership decided by the day. as_of_date 统计日；list_code penalised 被行政处理、serious 严重失信；clause_code 列入依据；kind 主体类别；agency_name 决定机关；decision_number 决定文号；listed_on 列入之日；published_on 公布之日（首次成功公示）；period_months 管理期限（月）；last_day 最后一日（未公示为空）；days_left 含当日的剩余天数；removal_from 可以申请提前移出的首日；ended_on 提前结束后的首日；end_reason 结束原因；is_in_force 当日是否在名单内。';
revoke all on function reports.membership_on(date, timestamptz) from public;
grant execute on function reports.membership_on(date, timestamptz) to anxin_analyst, anxin_worker, anxin_officer;
