drop function if exists lists.membership_state(date, timestamptz) cascade;

create function lists.membership_state(as_of date, known_at timestamptz)
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
begin atomic
    select
        membership_state.as_of,
        m.subject_id,
        m.membership_id,
        m.list_code,
        m.clause_code,
        s.kind,
        code.value,
        s.name,
        unit.name,
        agency.name,
        m.decision_number,
        m.listed_on,
        m.published_on,
        m.period_months,
        coalesce(m.expired_on, upper(m.during)) - 1,
        upper(force.during) - membership_state.as_of,
        (m.listed_on + removal.term)::date,
        m.ended_on,
        m.end_reason,
        force.membership_id is not null
    from lists.membership_by_law(membership_state.known_at) as m
    join register.subject_as_known(membership_state.known_at) as s on s.subject_id = m.subject_id
    join ops.agency as agency on agency.agency_code = m.agency_code
    -- One regime governs every day: a left join says so to the planner.
    left join law.removal_term() as removal on removal.governs @> m.listed_on
    left join ops.reporting_unit as unit on unit.reporting_unit_code = s.reporting_unit_code
    left join register.subject_identifier as code on code.subject_id = m.subject_id and code.scheme = 'credit_code'
    left join lists.membership_in_force(membership_state.as_of, membership_state.known_at, membership_state.as_of) as force
        on force.subject_id = m.subject_id and force.membership_id = m.membership_id
    where m.listed_on <= membership_state.as_of;
end;
comment on function lists.membership_state(date, timestamptz) is
'Every membership decided by a day, as it stands on that day and as known at a time, with the names a reader needs.
Shape: the columns of reports.membership_on, which gives it to analysts. Source: plan V(5), RD-02, RD-30, RD-33.';
revoke all on function lists.membership_state(date, timestamptz) from public;
grant execute on function lists.membership_state(date, timestamptz) to anxin_worker;
