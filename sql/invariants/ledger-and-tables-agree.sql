-- 行为账与各表一致：每一行都由办成的行为带来、与其同时为登记簿所知，每个办成的行为都占有其幂等键，当前行与最新一版相同。
-- Ledger and tables agree: every row was brought by an act that was performed and became known with it, every performed act holds its key,
-- and every current row is its newest version.
with brought as (
    select v.subject_id, v.subject_id as about_id, v.act_id, v.known_at, 'subject' as fact from register.subject_version as v
    union all
    select r.subject_id, r.responsibility_id, r.act_id, r.known_at, 'responsibility' from register.responsibility as r
    union all
    select e.subject_id, e.responsibility_id, e.act_id, e.known_at, 'responsibility end' from register.responsibility_end as e
    union all
    select c.subject_id, c.successor_id, c.act_id, c.known_at, 'succession' from register.succession as c
    union all
    select v.subject_id, v.record_id, v.act_id, v.known_at, v.kind from records.record_version as v
    union all
    select c.subject_id, c.case_id, c.act_id, c.known_at, 'case' from cases.procedure_case as c
    union all
    select s.subject_id, s.case_id, s.act_id, s.known_at, 'step ' || s.step_code from cases.step as s
    union all
    select m.subject_id, m.membership_id, m.act_id, m.known_at, 'membership' from lists.membership_version as m
)
select b.subject_id, b.about_id, b.fact || ' #' || b.act_id as fact
from brought as b
left join intake.act as a on a.act_id = b.act_id
where a.act_id is null or a.refusal_code is not null or b.known_at <> a.known_at
union all
select k.subject_id, k.act_id, 'key ' || k.key
from intake.act_key as k
left join intake.act as a on a.subject_id = k.subject_id and a.act_id = k.act_id
where a.act_id is null or a.refusal_code is not null or a.key <> k.key
union all
select a.subject_id, a.act_id, 'act ' || a.key
from intake.act as a
left join intake.act_key as k on k.key = a.key and k.act_id = a.act_id
where a.refusal_code is null and k.act_id is null
union all
select m.subject_id, m.membership_id, 'membership version ' || m.version_no
from lists.membership as m
left join lists.membership_version as v
    on v.subject_id = m.subject_id and v.membership_id = m.membership_id and v.version_no = m.version_no
where (v.act_id, v.listed_on, v.published_on, v.ended_on, v.end_reason, v.expired_on, v.during)
    is distinct from (m.act_id, m.listed_on, m.published_on, m.ended_on, m.end_reason, m.expired_on, m.during)
union all
select s.subject_id, s.subject_id, 'subject version ' || s.version_no
from register.subject as s
left join register.subject_version as v on v.subject_id = s.subject_id and v.version_no = s.version_no
where (v.act_id, v.name, v.deregistered_on) is distinct from (s.act_id, s.name, s.deregistered_on);
