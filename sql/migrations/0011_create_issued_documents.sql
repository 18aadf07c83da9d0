-- Purpose: documents issued to the parties of a case; and which numbers an officer typed from a paper document.
-- Locks: access exclusive on cases.document_number, which is empty or short. Time on 1 M subjects: immediate, and a second for 100,000 steps.

alter table cases.document_number add column is_typed boolean not null default false;
comment on column cases.document_number.is_typed is 'whether an officer typed it, as from an older paper document; false: the register gave it out';

-- Numbers of the register's own series that officers typed before: they are not given out again.
insert into cases.document_number (agency_code, numbered_year, kind, serial_no, subject_id, act_id, is_typed)
select distinct on (a.agency_code, number.year, series.word, number.serial)
    a.agency_code, number.year, series.word, number.serial, s.subject_id, s.act_id, true
from cases.step as s
cross join lateral regexp_match(
    coalesce(s.detail ->> 'decision_number', s.detail ->> 'document_number'), '^(.+)〔(\d{4})〕0*([1-9]\d{0,8})号$') as part
cross join lateral (select part[1] as head, part[2]::integer as year, part[3]::integer as serial) as number
cross join (values ('告'), ('失信'), ('移'), ('不移'), ('复')) as series (word)
join ops.agency as a on a.number_prefix || series.word = number.head
order by a.agency_code, number.year, series.word, number.serial, s.act_id
on conflict (agency_code, numbered_year, kind, serial_no) do nothing;

create table cases.issued_document (
    subject_id bigint not null references register.subject,
    document_id bigint not null default nextval('ops.register_id'),
    kind text not null,
    case_id bigint,
    membership_id bigint,
    agency_code text not null references ops.agency,
    document_number text not null,
    dated_on date not null,
    template_version smallint not null,
    data jsonb not null,
    sha256 bytea not null,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, document_id),
    foreign key (subject_id, case_id) references cases.procedure_case,
    constraint document_kind_is_known check (kind in ('prior-notice', 'listing-decision', 'removal-decision', 'acceptance-refusal', 'removal-denial', 'objection-answer', 'repair-notice', 'removal-certificate')),
    constraint document_belongs_to_a_case_or_a_membership check (num_nonnulls(case_id, membership_id) = 1),
    constraint a_case_has_each_kind_of_document_once unique (subject_id, case_id, kind),
    constraint a_membership_has_each_kind_of_document_once unique (subject_id, membership_id, kind)
);
comment on table cases.issued_document is 'One row is one document issued (文书); append-only. Its file is made again, byte for byte, from the template version and the data.';
comment on column cases.issued_document.subject_id is 'subject of the case or membership';
comment on column cases.issued_document.document_id is 'id of the document';
comment on column cases.issued_document.kind is 'what it is, as in the act issue-document';
comment on column cases.issued_document.case_id is 'case it was issued in; null for a document about a membership';
comment on column cases.issued_document.membership_id is 'membership it is about; null for a document of a case; no foreign key to a later stage';
comment on column cases.issued_document.agency_code is 'agency that issued it';
comment on column cases.issued_document.document_number is 'number on its head';
comment on column cases.issued_document.dated_on is 'date under it (成文日期)';
comment on column cases.issued_document.template_version is 'version of the template of its kind';
comment on column cases.issued_document.data is 'what the template was filled with; numbers of persons masked';
comment on column cases.issued_document.sha256 is 'digest of the .docx file';
comment on column cases.issued_document.act_id is 'act that issued it';
comment on column cases.issued_document.known_at is 'time from which the register knows it';
create index issued_documents_by_number on cases.issued_document (document_number);

grant select, insert on cases.issued_document to anxin_worker;
grant usage on schema cases to anxin_officer;
grant select on cases.issued_document to anxin_officer;
