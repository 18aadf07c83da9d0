drop function if exists records.penalty_imputed(date, timestamptz) cascade;

create or replace function records.penalty_imputed(rules law.rule_set, known_at timestamptz)
returns table (
    subject_id bigint,
    punished_id bigint,
    record_id bigint,
    decided_on date,
    is_safety boolean,
    annulled_on date,
    is_withdrawn boolean
)
language sql stable parallel safe
begin atomic
    -- In the order of the key, by which it is read anyway: so the grading of many units needs no sort.
    (
        select p.subject_id, p.subject_id, p.record_id, p.decided_on, p.is_safety, p.annulled_on, p.is_withdrawn
        from records.penalty_as_known(penalty_imputed.known_at) as p
        order by p.subject_id, p.record_id
    )
    union all
    select p.unit_id, p.person_id, p.record_id, p.decided_on, p.is_safety, p.annulled_on, p.is_withdrawn
    from records.penalty_of_principal(penalty_imputed.known_at) as p
    where (penalty_imputed.rules).penalties_of_principals_count;
end;
comment on function records.penalty_imputed(law.rule_set, timestamptz) is
'Penalties imputed to a subject on a day: its own, and by option b of RD-13 those of its principals.
Shape: one row per subject and penalty, standing or not; punished_id is whom the decision punished.
Source: RD-13.';
revoke all on function records.penalty_imputed(law.rule_set, timestamptz) from public;
grant execute on function records.penalty_imputed(law.rule_set, timestamptz) to anxin_worker;
