-- Purpose: credit records. Every table holds versions: a correction adds a row, nothing is updated.
-- Locks: none on existing data. Time on 1 M subjects: immediate.

create type records.accident_severity as enum ('ordinary', 'larger', 'major', 'extraordinary');
comment on type records.accident_severity is '一般 < 较大 < 重大 < 特别重大; Regulation on accident reports 2007, Art. 3';

create table records.record_claim (
    value text not null,
    scheme text not null,
    subject_id bigint not null,
    record_id bigint not null,
    primary key (value, scheme),
    constraint record_scheme_is_known check (scheme in ('penalty', 'accident', 'certification', 'honour', 'ban', 'repair'))
);
comment on table records.record_claim is 'One row claims a natural key for one record: what makes a decision, accident or certificate stand in the register once.';
comment on column records.record_claim.value is 'natural key: agency and decision number; accident number and subject; certificate number; …';
comment on column records.record_claim.scheme is 'kind of record';
comment on column records.record_claim.subject_id is 'subject of the record';
comment on column records.record_claim.record_id is 'the record';

create table records.penalty (
    subject_id bigint not null references register.subject,
    record_id bigint not null default nextval('ops.register_id'),
    version_no integer not null,
    decision_number text not null,
    decided_on date not null,
    served_on date,
    agency_name text not null,
    agency_code text references ops.agency,
    is_safety boolean not null,
    is_simplified boolean not null,
    is_article_114_2 boolean not null,
    kinds text[] not null,
    illegal_act text,
    facts text,
    basis text,
    content text,
    fine_fen bigint,
    confiscated_fen bigint,
    licence_named text,
    accident_number text,
    annulled_on date,
    is_withdrawn boolean not null default false,
    officer_code text not null references ops.officer,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, record_id, version_no),
    constraint penalty_kinds_are_known check (cardinality(kinds) > 0 and kinds <@ array['警告', '通报批评', '罚款', '没收违法所得',
        '没收非法财物', '暂扣许可证件', '降低资质等级', '吊销许可证件', '限制开展生产经营活动', '责令停产停业', '责令关闭', '限制从业', '行政拘留', '其他']),
    constraint fine_has_an_amount check (not ('罚款' = any (kinds)) or fine_fen is not null),
    constraint penalty_amounts_are_not_negative check (fine_fen >= 0 and confiscated_fen >= 0),
    constraint penalty_is_annulled_after_it_was_decided check (annulled_on >= decided_on),
    constraint article_114_2_needs_a_safety_fine check (not is_article_114_2 or (is_safety and '罚款' = any (kinds)))
);
create index penalty_corrections on records.penalty (subject_id, record_id, version_no) where version_no > 1;
comment on table records.penalty is 'One row is one version of one administrative penalty on one subject.';
comment on column records.penalty.subject_id is 'unit or person punished; a penalty on a person is no record of the unit (RD-13)';
comment on column records.penalty.record_id is 'the record; the same in all its versions';
comment on column records.penalty.version_no is '1, 2, 3 …';
comment on column records.penalty.decision_number is '行政处罚决定书文号 (CF_WSH)';
comment on column records.penalty.decided_on is 'date on the decision document (RD-08)';
comment on column records.penalty.served_on is 'day of service; null when not recorded';
comment on column records.penalty.agency_name is '处罚机关 as on the document';
comment on column records.penalty.agency_code is 'the agency, where it is one of the register; null otherwise';
comment on column records.penalty.is_safety is 'whether it punishes a breach of work-safety law (RD-12)';
comment on column records.penalty.is_simplified is 'whether it was made on the spot (Penalty Law Art. 51)';
comment on column records.penalty.is_article_114_2 is 'whether Work Safety Law Art. 114 para. 2 was applied (RD-26)';
comment on column records.penalty.kinds is '处罚类别, the kinds of Penalty Law Art. 9';
comment on column records.penalty.illegal_act is '违法行为类型; null when not given';
comment on column records.penalty.facts is '违法事实; null when not given';
comment on column records.penalty.basis is '处罚依据; null when not given';
comment on column records.penalty.content is '处罚内容; null when not given';
comment on column records.penalty.fine_fen is 'fine in fen; null when there is none';
comment on column records.penalty.confiscated_fen is 'confiscated value in fen; null when there is none';
comment on column records.penalty.licence_named is 'licence suspended or revoked; null when none';
comment on column records.penalty.accident_number is 'accident it punishes; null for breaches found otherwise';
comment on column records.penalty.annulled_on is 'first day on which it no longer counts, after annulment (RD-15); null while it stands';
comment on column records.penalty.is_withdrawn is 'whether an objection showed that the record is wrong; it then never counts';
comment on column records.penalty.officer_code is 'officer who recorded this version';
comment on column records.penalty.act_id is 'act that brought this version';
comment on column records.penalty.known_at is 'time from which this version is known';

create table records.accident (
    subject_id bigint not null references register.subject,
    record_id bigint not null default nextval('ops.register_id'),
    version_no integer not null,
    accident_number text not null,
    occurred_on date not null,
    severity records.accident_severity not null,
    death_count integer not null,
    serious_injury_count integer not null,
    direct_loss_fen bigint not null,
    responsibility text not null,
    report_approved_on date,
    report_number text,
    reporting_fault text,
    is_withdrawn boolean not null default false,
    officer_code text not null references ops.officer,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, record_id, version_no),
    constraint accident_counts_are_not_negative check (death_count >= 0 and serious_injury_count >= 0 and direct_loss_fen >= 0),
    constraint accident_responsibility_is_known check (responsibility in ('open', 'responsible', 'not_responsible')),
    constraint accident_reporting_fault_is_known check (reporting_fault in ('late', 'omitted', 'falsified', 'concealed')),
    constraint severity_is_not_below_the_toll check (severity >= case
        when death_count >= 30 or serious_injury_count >= 100 or direct_loss_fen >= 10000000000 then 'extraordinary'::records.accident_severity
        when death_count >= 10 or serious_injury_count >= 50 or direct_loss_fen >= 5000000000 then 'major'::records.accident_severity
        when death_count >= 3 or serious_injury_count >= 10 or direct_loss_fen >= 1000000000 then 'larger'::records.accident_severity
        else 'ordinary'::records.accident_severity end)
);
create index accident_corrections on records.accident (subject_id, record_id, version_no) where version_no > 1;
comment on table records.accident is 'One row is one version of one accident at one unit.';
comment on column records.accident.subject_id is 'the unit';
comment on column records.accident.record_id is 'the record; the same in all its versions';
comment on column records.accident.version_no is '1, 2, 3 …';
comment on column records.accident.accident_number is 'number of the accident; several units may share it';
comment on column records.accident.occurred_on is 'day of the accident';
comment on column records.accident.severity is 'grade of the accident; the highest of deaths, serious injuries and loss decides';
comment on column records.accident.death_count is 'deaths within 30 days, 7 for road traffic and fire (RD-41)';
comment on column records.accident.serious_injury_count is 'serious injuries, acute poisoning included';
comment on column records.accident.direct_loss_fen is 'direct economic loss in fen';
comment on column records.accident.responsibility is 'open while the report is not approved, then responsible or not_responsible (RD-21)';
comment on column records.accident.report_approved_on is '批复日期; null while open';
comment on column records.accident.report_number is '批复文号; null while open';
comment on column records.accident.reporting_fault is 'late, omitted, falsified, concealed; null when reported as it should be; only the last two found a listing';
comment on column records.accident.is_withdrawn is 'whether an objection showed that the record is wrong; it then never counts';
comment on column records.accident.officer_code is 'officer who recorded this version';
comment on column records.accident.act_id is 'act that brought this version';
comment on column records.accident.known_at is 'time from which this version is known';

create table records.certification (
    subject_id bigint not null references register.subject,
    record_id bigint not null default nextval('ops.register_id'),
    version_no integer not null,
    certificate_number text not null,
    level smallint not null,
    issuer text,
    valid_from date not null,
    valid_to date not null,
    revoked_on date,
    is_withdrawn boolean not null default false,
    officer_code text not null references ops.officer,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, record_id, version_no),
    constraint certification_level_is_one_to_three check (level between 1 and 3),
    constraint certification_ends_after_it_starts check (valid_to >= valid_from)
);
create index certification_corrections on records.certification (subject_id, record_id, version_no) where version_no > 1;
comment on table records.certification is 'One row is one version of one certificate of standardization (安全生产标准化).';
comment on column records.certification.subject_id is 'the unit';
comment on column records.certification.record_id is 'the record; the same in all its versions';
comment on column records.certification.version_no is '1, 2, 3 …';
comment on column records.certification.certificate_number is 'number of the certificate';
comment on column records.certification.level is '1 national, 2 province, 3 city';
comment on column records.certification.issuer is 'who issued it; null when not given';
comment on column records.certification.valid_from is 'first valid day';
comment on column records.certification.valid_to is 'last valid day';
comment on column records.certification.revoked_on is 'first day on which it is revoked; null while it stands';
comment on column records.certification.is_withdrawn is 'whether the record proved wrong; it then never counts';
comment on column records.certification.officer_code is 'officer who recorded this version';
comment on column records.certification.act_id is 'act that brought this version';
comment on column records.certification.known_at is 'time from which this version is known';

create table records.honour (
    subject_id bigint not null references register.subject,
    record_id bigint not null default nextval('ops.register_id'),
    version_no integer not null,
    kind text not null,
    level text not null,
    honoured_year integer,
    awarded_on date not null,
    awarded_by text,
    document_number text not null,
    is_withdrawn boolean not null default false,
    officer_code text not null references ops.officer,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, record_id, version_no),
    constraint honour_kind_is_known check (kind in ('advanced_unit', 'commendation', 'model_report')),
    constraint honour_level_is_known check (level in ('national', 'province', 'city', 'county')),
    constraint advanced_unit_has_a_year check (kind <> 'advanced_unit' or honoured_year between 1949 and 2200)
);
create index honour_corrections on records.honour (subject_id, record_id, version_no) where version_no > 1;
comment on table records.honour is 'One row is one version of one honour.';
comment on column records.honour.subject_id is 'the unit';
comment on column records.honour.record_id is 'the record; the same in all its versions';
comment on column records.honour.version_no is '1, 2, 3 …';
comment on column records.honour.kind is 'advanced_unit (先进单位), commendation (通报表扬), model_report (典型宣传)';
comment on column records.honour.level is 'who awarded it: national, province, city, county';
comment on column records.honour.honoured_year is 'year honoured; null except for advanced units';
comment on column records.honour.awarded_on is 'day of the award';
comment on column records.honour.awarded_by is 'who awarded it; null when not given';
comment on column records.honour.document_number is 'number of the document';
comment on column records.honour.is_withdrawn is 'whether the record proved wrong; it then never counts';
comment on column records.honour.officer_code is 'officer who recorded this version';
comment on column records.honour.act_id is 'act that brought this version';
comment on column records.honour.known_at is 'time from which this version is known';

create table records.ban (
    subject_id bigint not null references register.subject,
    record_id bigint not null default nextval('ops.register_id'),
    version_no integer not null,
    basis text not null,
    decision_number text not null,
    starts_on date not null,
    last_day date,
    is_withdrawn boolean not null default false,
    officer_code text not null references ops.officer,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, record_id, version_no),
    constraint ban_ends_after_it_starts check (last_day >= starts_on)
);
create index ban_corrections on records.ban (subject_id, record_id, version_no) where version_no > 1;
comment on table records.ban is 'One row is one version of one statutory ban from an occupation or industry; it ends apart from any listing (RD-17).';
comment on column records.ban.subject_id is 'unit or person banned';
comment on column records.ban.record_id is 'the record; the same in all its versions';
comment on column records.ban.version_no is '1, 2, 3 …';
comment on column records.ban.basis is 'article it rests on';
comment on column records.ban.decision_number is 'decision that imposed it';
comment on column records.ban.starts_on is 'first day';
comment on column records.ban.last_day is 'last day; null for life';
comment on column records.ban.is_withdrawn is 'whether the record proved wrong; it then never counts';
comment on column records.ban.officer_code is 'officer who recorded this version';
comment on column records.ban.act_id is 'act that brought this version';
comment on column records.ban.known_at is 'time from which this version is known';

create table records.repair_result (
    subject_id bigint not null references register.subject,
    record_id bigint not null default nextval('ops.register_id'),
    version_no integer not null,
    penalty_record_id bigint not null,
    repaired_on date not null,
    source text not null,
    result_number text not null,
    is_withdrawn boolean not null default false,
    officer_code text not null references ops.officer,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, record_id, version_no)
);
create index repair_result_corrections on records.repair_result (subject_id, record_id, version_no) where version_no > 1;
comment on table records.repair_result is 'One row is one version of one credit-repair result for one penalty (RD-28).';
comment on column records.repair_result.subject_id is 'the unit';
comment on column records.repair_result.record_id is 'the record; the same in all its versions';
comment on column records.repair_result.version_no is '1, 2, 3 …';
comment on column records.repair_result.penalty_record_id is 'the penalty repaired, a record of the same subject';
comment on column records.repair_result.repaired_on is 'day of the repair: grade C of this penalty ends on it';
comment on column records.repair_result.source is 'where the result came from';
comment on column records.repair_result.result_number is 'number of the result there';
comment on column records.repair_result.is_withdrawn is 'whether the record proved wrong; it then never counts';
comment on column records.repair_result.officer_code is 'officer who recorded this version';
comment on column records.repair_result.act_id is 'act that brought this version';
comment on column records.repair_result.known_at is 'time from which this version is known';

grant select, insert on all tables in schema records to anxin_worker;
