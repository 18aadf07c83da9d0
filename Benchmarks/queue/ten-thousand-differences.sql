-- Makes 10,000 differences in what synthetic-publication.sql filled: psql -v round=1 -f ten-thousand-differences.sql
-- 1,000 units renamed, 1,000 listings revoked and 333 units of which nobody knows, on three channels each; with the 1,000 listings that
-- were not published yet (the first round only) they are 10,000.
\set ON_ERROR_STOP on
create temporary table touched as
select n.subject_id, row_number() over (order by n.subject_id) as no
from (
    select s.subject_id
    from register.subject as s
    where s.version_no = 1
    order by s.subject_id
    offset (:round - 1) * 2333
    limit 2333
) as n;

insert into register.subject_version (subject_id, version_no, kind, name, reporting_unit_code, registered_address, act_id, known_at)
select s.subject_id, 2, s.kind, '更名' || s.name, s.reporting_unit_code, s.registered_address, 0, now()
from register.subject as s
join touched as t on t.subject_id = s.subject_id and t.no <= 1000;
update register.subject as s
set version_no = 2, name = '更名' || s.name
from touched as t
where t.subject_id = s.subject_id and t.no <= 1000;

update lists.membership as m
set version_no = 2, ended_on = '2025-01-01', end_reason = 'revoked'
from touched as t
where t.subject_id = m.subject_id and t.no between 1001 and 2000;
insert into lists.membership_version (subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code,
    listed_on, published_on, period_months, founding_record_id, ended_on, end_reason, during, act_id, known_at)
select m.subject_id, m.membership_id, 2, m.list_code, m.clause_code, m.decision_number, m.agency_code, m.listed_on, m.published_on,
    m.period_months, m.founding_record_id, m.ended_on, m.end_reason, m.during, 0, now()
from lists.membership as m
join touched as t on t.subject_id = m.subject_id and t.no between 1001 and 2000;

update publication.entry as e
set state = 'unknown'
from touched as t
where t.subject_id = e.subject_id and t.no > 2000;
