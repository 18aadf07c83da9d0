-- Fills a freshly migrated register with invented facts: psql -v subjects=1000000 -f synthetic-register.sql
-- Per million subjects: 1.2 M penalties, 0.3 M accidents, 0.7 M certificates, 0.8 M honours, 0.2 M memberships.
\set ON_ERROR_STOP on
select setseed(0.42) \g /dev/null

insert into register.subject (subject_id, kind, name, reporting_unit_code, version_no, act_id, known_at)
select 500000000000000 + i, 'business', '虚构企业' || i, (array['421303', '421321', '421381', '421300'])[1 + i % 4], 1, 0, '2023-01-01'
from generate_series(1, :subjects) as i;

insert into register.subject_version (subject_id, version_no, kind, name, reporting_unit_code, act_id, known_at)
select s.subject_id, 1, s.kind, s.name, s.reporting_unit_code, 0, s.known_at
from register.subject as s;

insert into records.penalty (subject_id, record_id, version_no, decision_number, decided_on, agency_name, agency_code, is_safety,
    is_simplified, is_article_114_2, kinds, fine_fen, officer_code, act_id, known_at)
select 500000000000001 + floor(random() * :subjects)::bigint, 600000000000000 + i, 1, '罚' || i, date '2019-01-01' + (random() * 2500)::integer,
    '随州市应急管理局', '421300', random() < 0.8, false, false, array['罚款'], 100000, 'operator', 0, '2023-01-01'
from generate_series(1, :subjects * 12 / 10) as i;

insert into records.accident (subject_id, record_id, version_no, accident_number, occurred_on, severity, death_count,
    serious_injury_count, direct_loss_fen, responsibility, report_approved_on, officer_code, act_id, known_at)
select 500000000000001 + floor(random() * :subjects)::bigint, 610000000000000 + i, 1, 'A' || i, date '2021-01-01' + (random() * 1800)::integer,
    'ordinary', (random() * 2)::integer, 0, 0, 'responsible', date '2026-01-01', 'operator', 0, '2023-01-01'
from generate_series(1, :subjects * 3 / 10) as i;

insert into records.certification (subject_id, record_id, version_no, certificate_number, level, valid_from, valid_to, officer_code,
    act_id, known_at)
select 500000000000001 + floor(random() * :subjects)::bigint, 620000000000000 + c.i, 1, 'C' || c.i, 1 + (random() * 2)::integer, c.day,
    c.day + 1095, 'operator', 0, '2023-01-01'
from (select i, date '2021-01-01' + (random() * 1800)::integer as day from generate_series(1, :subjects * 7 / 10) as i) as c;

insert into records.honour (subject_id, record_id, version_no, kind, level, honoured_year, awarded_on, document_number, officer_code,
    act_id, known_at)
select 500000000000001 + floor(random() * :subjects)::bigint, 630000000000000 + i, 1,
    (array['advanced_unit', 'commendation', 'model_report'])[1 + i % 3], 'city', 2020 + i % 6, date '2021-01-01' + (random() * 1800)::integer,
    'H' || i, 'operator', 0, '2023-01-01'
from generate_series(1, :subjects * 8 / 10) as i;

insert into lists.membership (subject_id, membership_id, list_code, clause_code, decision_number, agency_code, listed_on, published_on,
    period_months, founding_record_id, version_no, act_id, known_at)
select p.subject_id, p.record_id + 40000000000000, 'penalised', 'C1', p.decision_number, '421300', p.decided_on, p.decided_on + 5, 36,
    p.record_id, 1, 0, '2023-01-01'
from records.penalty as p
where p.is_safety and p.record_id % 5 = 0
limit :subjects / 5;

insert into lists.membership_version (subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code,
    listed_on, published_on, period_months, founding_record_id, during, act_id, known_at)
select m.subject_id, m.membership_id, 1, m.list_code, m.clause_code, m.decision_number, m.agency_code, m.listed_on, m.published_on,
    m.period_months, m.founding_record_id, m.during, 0, m.known_at
from lists.membership as m;

vacuum analyze;
