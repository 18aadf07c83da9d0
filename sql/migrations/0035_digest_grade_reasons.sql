-- Purpose: the rules of a day as one value; a digest of the reasons of each stored grade, by which a run that looks at every unit finds the
-- grades that may differ without building their reasons; indexes of what few records have in common.
-- Locks: lists.grade, exclusively, while it is rewritten; the others while their indexes are made. Time on 1 M grades: half a minute.

create type law.rule_set as (
    as_of date,
    conditions_of_a text,
    penalised_last text,
    honours_of_any_year_count boolean,
    commendations_last_for_ever boolean,
    mild_penalties_count boolean,
    only_safety_breaks_a1 boolean,
    penalties_of_principals_count boolean,
    open_accidents_count boolean,
    repairs_count boolean,
    rest_days_prolong boolean,
    objections_suspend boolean,
    lists_run_side_by_side boolean,
    a1_accident_term interval,
    a1_penalty_term interval,
    a4_term interval,
    b1_penalty_term interval,
    management_term interval,
    a1_accidents_since date,
    a1_penalties_since date,
    a4_since date,
    b1_penalties_since date,
    first_open_last_day date,
    managed_since date
);
comment on type law.rule_set is 'The answers to the readings, the numbers and the windows by which grades are given on a day; made by law.rule_set_on.';
comment on column law.rule_set.as_of is 'the day';
comment on column law.rule_set.conditions_of_a is 'answer to RD-03';
comment on column law.rule_set.penalised_last is 'answer to RD-05';
comment on column law.rule_set.honours_of_any_year_count is 'RD-09 b';
comment on column law.rule_set.commendations_last_for_ever is 'RD-10 b';
comment on column law.rule_set.mild_penalties_count is 'RD-11, not b';
comment on column law.rule_set.only_safety_breaks_a1 is 'RD-12 b';
comment on column law.rule_set.penalties_of_principals_count is 'RD-13 b';
comment on column law.rule_set.open_accidents_count is 'RD-21, not b';
comment on column law.rule_set.repairs_count is 'RD-28 a';
comment on column law.rule_set.rest_days_prolong is 'RD-30 b';
comment on column law.rule_set.objections_suspend is 'RD-39 b';
comment on column law.rule_set.lists_run_side_by_side is 'RD-14 b';
comment on column law.rule_set.a1_accident_term is 'how long a fatal accident breaks A1 (RD-07)';
comment on column law.rule_set.a1_penalty_term is 'how long a penalty breaks A1 (RD-07)';
comment on column law.rule_set.a4_term is 'how long a commendation counts (RD-07)';
comment on column law.rule_set.b1_penalty_term is 'how long a penalty breaks B1 (RD-07)';
comment on column law.rule_set.management_term is 'longest management period';
comment on column law.rule_set.a1_accidents_since is 'first day whose accidents break A1 (RD-07)';
comment on column law.rule_set.a1_penalties_since is 'first day whose penalties break A1 (RD-07)';
comment on column law.rule_set.a4_since is 'first day whose commendations count (RD-07)';
comment on column law.rule_set.b1_penalties_since is 'first day whose penalties break B1 (RD-07)';
comment on column law.rule_set.first_open_last_day is 'earliest last day that a period can have by its months and still run (RD-30)';
comment on column law.rule_set.managed_since is 'first day whose penalties are within the longest management period';

-- It stands here because a stored column is made of it: it must never give another value.
create function lists.reasons_digest(clause_codes text[], evidence_ids bigint[]) returns bigint
language plpgsql immutable parallel safe
as $$
declare
    digest bigint := 0;
    clause_code text;
    evidence_id bigint;
begin
    foreach clause_code in array clause_codes loop
        digest := digest # hashtextextended(clause_code, 0);
    end loop;
    foreach evidence_id in array evidence_ids loop
        digest := digest # hashint8extended(evidence_id, 0);
    end loop;
    return digest;
end
$$;
comment on function lists.reasons_digest(text[], bigint[]) is
'What tells the reasons of a grade from others: its clauses and evidence, each hashed, added without carry, so that their order does not matter.
Two different sets of reasons have the same digest once in 2^64.
Shape: one number.';
revoke all on function lists.reasons_digest(text[], bigint[]) from public;
grant execute on function lists.reasons_digest(text[], bigint[]) to anxin_worker;

alter table lists.grade
    add column reasons_digest bigint not null generated always as (lists.reasons_digest(clause_codes, evidence_ids)) stored;
comment on column lists.grade.reasons_digest is 'digest of clause_codes and evidence_ids';

drop index lists.grades_by_day;
create index grades_by_day on lists.grade (subject_id, as_of desc, known_at desc, grade_run_id desc) include (grade, reasons_digest);

create index penalties_undone on records.penalty (subject_id, record_id, version_no)
    include (annulled_on, is_withdrawn, known_at) where is_withdrawn or annulled_on is not null;
create index membership_versions_by_end on lists.membership_version (ended_on) include (subject_id) where ended_on is not null;
create index serious_memberships on lists.membership_version (subject_id, founding_record_id) where list_code = 'serious';
