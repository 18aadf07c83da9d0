-- Purpose: the trace of each stored grade; indexes by which grading reads each record once, in the order of subjects, and finds the records
-- that begin or cease to count between two days.
-- Locks: records.*, register.subject_version, lists.grade, lists.membership_version, exclusively, while their keys and indexes are made.
-- Time on 1 M subjects with 3 M records: about a minute.

alter table lists.grade
    add column findings jsonb not null default '{}',
    add column near_miss jsonb;
comment on column lists.grade.findings is 'trace: by clause what it rests on, {"met", "evidence", "until"}; A1 and B1 stand here when broken, the others when met; empty for grades stored before version 0.2';
comment on column lists.grade.near_miss is 'better grade that one thing alone keeps the unit from: {"grade", "lacks_any_of", "until"}; null when there is none';

alter table lists.grade_run add column is_complete boolean not null default true;
comment on column lists.grade_run.is_complete is 'whether the run leaves every unit with the grade of its day; false for one that looked at the unit of an act alone';

drop index lists.grades_by_day;
create index grades_by_day on lists.grade (subject_id, as_of desc, known_at desc, grade_run_id desc)
    include (grade, clause_codes, evidence_ids);

alter table records.penalty
    drop constraint penalty_pkey,
    add primary key (subject_id, record_id, version_no) include (decided_on, annulled_on, is_safety, is_withdrawn, known_at);
alter table records.accident
    drop constraint accident_pkey,
    add primary key (subject_id, record_id, version_no)
        include (occurred_on, death_count, responsibility, report_approved_on, is_withdrawn, known_at);
alter table records.certification
    drop constraint certification_pkey,
    add primary key (subject_id, record_id, version_no) include (level, valid_from, valid_to, revoked_on, is_withdrawn, known_at);
alter table records.honour
    drop constraint honour_pkey,
    add primary key (subject_id, record_id, version_no)
        include (kind, level, honoured_year, awarded_on, is_withdrawn, known_at);
alter table register.subject_version
    drop constraint subject_version_pkey,
    add primary key (subject_id, version_no) include (kind, registered_on, deregistered_on, known_at);

create index penalties_by_day on records.penalty (decided_on) include (subject_id);
create index penalties_by_annulment on records.penalty (annulled_on) include (subject_id) where annulled_on is not null;
create index accidents_by_day on records.accident (occurred_on) include (subject_id);
create index accidents_by_approval on records.accident (report_approved_on) include (subject_id) where report_approved_on is not null;
create index certifications_by_first_day on records.certification (valid_from) include (subject_id);
create index certifications_by_last_day on records.certification (valid_to) include (subject_id);
create index certifications_by_revocation on records.certification (revoked_on) include (subject_id) where revoked_on is not null;
create index honours_by_day on records.honour (awarded_on) include (subject_id);
create index memberships_by_last_day on lists.membership_version (upper(during)) include (subject_id);
create index memberships_by_first_day on lists.membership_version (listed_on) include (subject_id);
create index memberships_by_publication on lists.membership_version (published_on) include (subject_id) where published_on is not null;
create index subjects_by_registration on register.subject_version (registered_on) include (subject_id) where registered_on is not null;
create index subjects_by_deregistration on register.subject_version (deregistered_on) include (subject_id) where deregistered_on is not null;

-- Facts are told in the order of time, so a range of blocks suffices to find the newest.
create index penalties_by_knowledge on records.penalty using brin (known_at);
create index accidents_by_knowledge on records.accident using brin (known_at);
create index certifications_by_knowledge on records.certification using brin (known_at);
create index honours_by_knowledge on records.honour using brin (known_at);
create index memberships_by_knowledge on lists.membership_version using brin (known_at);
create index subjects_by_knowledge on register.subject_version using brin (known_at);
