drop function if exists lists.grade_finding(date, timestamptz, date) cascade;

create or replace function lists.grade_finding(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, clause_code text, is_met boolean, evidence_ids bigint[], until_on date)
language sql stable parallel safe
begin atomic
    select f.subject_id, f.clause_code, true, f.evidence_ids, f.until_on from lists.criterion_d(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) as f
    union all
    select f.subject_id, f.clause_code, true, f.evidence_ids, f.until_on from lists.criterion_c(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) as f
    union all
    select f.subject_id, f.clause_code, false, f.evidence_ids, f.until_on from lists.criterion_a1_failure(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) as f
    union all
    select f.subject_id, f.clause_code, true, f.evidence_ids, f.until_on from lists.criterion_a2(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) as f
    union all
    select f.subject_id, f.clause_code, true, f.evidence_ids, f.until_on from lists.criterion_a3(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) as f
    union all
    select f.subject_id, f.clause_code, true, f.evidence_ids, f.until_on from lists.criterion_a4(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) as f
    union all
    select f.subject_id, f.clause_code, false, f.evidence_ids, f.until_on from lists.criterion_b1_failure(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) as f
    union all
    select f.subject_id, f.clause_code, true, f.evidence_ids, f.until_on from lists.criterion_b2(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) as f;
end;
comment on function lists.grade_finding(law.rule_set, timestamptz, date) is
'What the clauses say of every unit on a day where there is something to say.
Shape: one row per unit and clause: A1 and B1 where they are broken (is_met false, the evidence is what breaks them), the others where they are met; until_on is the last day on which the evidence counts, null when it has no end.
Ask with a condition on subject_id: it reaches the records.';
revoke all on function lists.grade_finding(law.rule_set, timestamptz, date) from public;
grant execute on function lists.grade_finding(law.rule_set, timestamptz, date) to anxin_worker;
