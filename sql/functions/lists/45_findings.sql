drop function if exists lists.findings(bigint[], date, timestamptz, date) cascade;

create function lists.findings(subjects bigint[], as_of date, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, findings jsonb)
-- Not SQL: the rules must be a value by the time the query is planned.
language plpgsql stable
set work_mem = '64MB' set jit = off
as $$
declare
    rules law.rule_set := law.rule_set_on(findings.as_of);
begin
    return query
        select
            f.subject_id,
            jsonb_object_agg(
                f.clause_code,
                jsonb_strip_nulls(jsonb_build_object('met', f.is_met, 'evidence', f.evidence_ids, 'until', f.until_on)))
        from lists.grade_finding(
            rules, findings.known_at, least(coalesce(findings.last_event_on, findings.as_of), findings.as_of)) as f
        -- As in lists.subject_grade_of.
        where findings.subjects is null or f.subject_id = any (array(select unnest(findings.subjects)))
        group by f.subject_id;
end
$$;
comment on function lists.findings(bigint[], date, timestamptz, date) is
'The traces of the grades of some units, or with null of every unit, as lists.grade.findings keeps them.
Shape: one row per unit of which a clause has something to say; by clause {"met", "evidence", "until"}.';
revoke all on function lists.findings(bigint[], date, timestamptz, date) from public;
grant execute on function lists.findings(bigint[], date, timestamptz, date) to anxin_worker;
