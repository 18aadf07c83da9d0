drop function if exists records.penalty_imputed(date, timestamptz) cascade;

create function records.penalty_imputed(as_of date, known_at timestamptz)
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
    select p.subject_id, p.subject_id, p.record_id, p.decided_on, p.is_safety, p.annulled_on, p.is_withdrawn
    from records.penalty_as_known(penalty_imputed.known_at) as p
    union all
    select p.unit_id, p.person_id, p.record_id, p.decided_on, p.is_safety, p.annulled_on, p.is_withdrawn
    from records.penalty_of_principal(penalty_imputed.known_at) as p
    where (select law.policy_option('RD-13', penalty_imputed.as_of)) = 'b';
end;
comment on function records.penalty_imputed(date, timestamptz) is
'Penalties imputed to a subject on a day: its own, and by option b of RD-13 those of its principals.
Shape: one row per subject and penalty, standing or not; punished_id is whom the decision punished.
Source: RD-13.';
revoke all on function records.penalty_imputed(date, timestamptz) from public;
grant execute on function records.penalty_imputed(date, timestamptz) to anxin_worker;
