-- Fills a freshly migrated register with invented listings: psql -v entries=1000000 -f synthetic-publication.sql
-- One unit, one penalty and one membership of the penalised list for each entry, on three channels.
\set ON_ERROR_STOP on
set synchronous_commit = off;

insert into publication.channel (channel_code, name, is_required) values ('enterprise-publicity', '国家企业信用信息公示系统', false)
on conflict (channel_code) do nothing;
insert into publication.channel_list (channel_code, list_code)
select 'enterprise-publicity', l.list_code
from publication.channel_list as l
where l.channel_code = 'sharing-platform'
on conflict (channel_code, list_code) do nothing;

insert into register.subject (subject_id, kind, name, reporting_unit_code, registered_address, version_no, act_id, known_at)
select 500000000000000 + i, 'business', '虚构安全生产有限公司' || i, (array['421303', '421321', '421381', '421300'])[1 + i % 4],
    '湖北省随州市虚构路' || i || '号', 1, 0, '2024-01-01'
from generate_series(1, :entries) as i;

insert into register.subject_version (subject_id, version_no, kind, name, reporting_unit_code, registered_address, act_id, known_at)
select s.subject_id, 1, s.kind, s.name, s.reporting_unit_code, s.registered_address, 0, s.known_at
from register.subject as s;

insert into records.penalty (subject_id, record_id, version_no, decision_number, decided_on, agency_name, agency_code, is_safety,
    is_simplified, is_article_114_2, kinds, basis, fine_fen, officer_code, act_id, known_at)
select 500000000000000 + i, 600000000000000 + i, 1, '虚应急罚〔2024〕' || i || '号', date '2024-01-01' + i % 300, '随州市应急管理局', '421300', true,
    false, false, array['罚款'], '《中华人民共和国安全生产法》第九十七条', 100000, 'operator', 0, '2024-01-01'
from generate_series(1, :entries) as i;

-- Published: their period is running. The last thousand are decided and not yet published.
insert into lists.membership (subject_id, membership_id, list_code, clause_code, decision_number, agency_code, listed_on, published_on,
    period_months, founding_record_id, version_no, act_id, known_at)
select p.subject_id, p.record_id + 40000000000000, 'penalised', 'C1', p.decision_number, '421300', p.decided_on,
    case when p.record_id <= 600000000000000 + :entries - 1000 then p.decided_on + 5 end, 36, p.record_id, 1, 0, '2024-01-01'
from records.penalty as p;

insert into lists.membership_version (subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code,
    listed_on, published_on, period_months, founding_record_id, during, act_id, known_at)
select m.subject_id, m.membership_id, 1, m.list_code, m.clause_code, m.decision_number, m.agency_code, m.listed_on, m.published_on,
    m.period_months, m.founding_record_id, m.during, 0, m.known_at
from lists.membership as m;

vacuum analyze;

-- All that is published is proven to be shown; digests are invented, so that the first difference of an entry is one.
insert into publication.entry (subject_id, membership_id, channel_code, last_version, last_stamp, state, shown_version, shown_sha256,
    proven_version, proven_at)
select s.subject_id, s.membership_id, l.channel_code, 1, s.content_stamp, 'shown', 1, repeat('0', 64), 1, '2024-12-01'
from publication.showing('2025-01-02') as s
join publication.channel_list as l on l.list_code = s.list_code
where s.membership_id <= 640000000000000 + :entries - 1000
order by s.subject_id, l.channel_code;

vacuum analyze publication.entry;
