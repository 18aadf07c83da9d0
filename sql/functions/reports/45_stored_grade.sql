drop function if exists reports.stored_grade() cascade;

create function reports.stored_grade()
returns table (
    subject_id bigint,
    credit_code text,
    subject_name text,
    as_of date,
    grade law.grade,
    previous_grade law.grade,
    clause_codes text[],
    evidence_ids bigint[],
    policy_stamp text,
    known_at timestamptz
)
language sql stable
security definer set search_path = pg_catalog, pg_temp
begin atomic
    select
        g.subject_id,
        code.value,
        s.name,
        g.as_of,
        g.grade,
        lag(g.grade) over (partition by g.subject_id order by g.as_of, g.known_at),
        g.clause_codes,
        g.evidence_ids,
        r.policy_stamp,
        g.known_at
    from lists.grade as g
    join lists.grade_run as r on r.grade_run_id = g.grade_run_id
    join register.subject as s on s.subject_id = g.subject_id
    join ops.reporting_unit as unit on unit.reporting_unit_code = s.reporting_unit_code
    left join register.subject_identifier as code on code.subject_id = s.subject_id and code.scheme = 'credit_code'
    where unit.agency_code = any ((select ops.agencies_in_reach())::text[]);
end;
comment on function reports.stored_grade() is
'已存的等级变化：每次评定中等级或依据与上次不同的单位各一行。
Shape: one row per stored grade. as_of 评定日；grade 等级，不再评定的为空；previous_grade 上次所存的等级，首次为空；clause_codes 依据条款；evidence_ids 依据记录编号；policy_stamp 口径版本；known_at 评定时间。';
revoke all on function reports.stored_grade() from public;
grant execute on function reports.stored_grade() to anxin_analyst, anxin_worker, anxin_officer;
