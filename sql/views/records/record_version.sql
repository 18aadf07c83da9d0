create or replace view records.record_version with (security_invoker = true) as
select 'penalty' as kind, p.subject_id, p.record_id, p.version_no, p.decision_number as number, p.agency_code, p.is_withdrawn,
    p.officer_code, p.act_id, p.known_at
from records.penalty as p
union all
select 'accident', a.subject_id, a.record_id, a.version_no, a.accident_number, null, a.is_withdrawn, a.officer_code, a.act_id, a.known_at
from records.accident as a
union all
select 'certification', c.subject_id, c.record_id, c.version_no, c.certificate_number, null, c.is_withdrawn, c.officer_code, c.act_id, c.known_at
from records.certification as c
union all
select 'honour', h.subject_id, h.record_id, h.version_no, h.document_number, null, h.is_withdrawn, h.officer_code, h.act_id, h.known_at
from records.honour as h
union all
select 'ban', b.subject_id, b.record_id, b.version_no, b.decision_number, null, b.is_withdrawn, b.officer_code, b.act_id, b.known_at
from records.ban as b
union all
select 'repair_result', r.subject_id, r.record_id, r.version_no, r.result_number, null, r.is_withdrawn, r.officer_code, r.act_id, r.known_at
from records.repair_result as r;
comment on view records.record_version is 'One row is one version of one record of any kind.';
comment on column records.record_version.kind is 'kind of record: the name of its table';
comment on column records.record_version.subject_id is 'the subject';
comment on column records.record_version.record_id is 'the record; the same in all its versions';
comment on column records.record_version.version_no is '1, 2, 3 …';
comment on column records.record_version.number is 'number of the document it rests on';
comment on column records.record_version.agency_code is 'agency of the register that decided it; null for any other';
comment on column records.record_version.is_withdrawn is 'whether the record proved wrong; it then never counts';
comment on column records.record_version.officer_code is 'officer who recorded this version';
comment on column records.record_version.act_id is 'act that brought this version';
comment on column records.record_version.known_at is 'time from which this version is known';
revoke all on records.record_version from public;
grant select on records.record_version to anxin_worker;
