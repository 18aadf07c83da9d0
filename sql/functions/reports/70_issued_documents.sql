drop function if exists reports.issued_documents() cascade;

create function reports.issued_documents()
returns table (
    document_id bigint,
    document_number text,
    kind text,
    dated_on date,
    subject_id bigint,
    subject_name text,
    credit_code text,
    about_id bigint,
    agency_name text,
    officer_code text,
    template_version smallint,
    sha256 text
)
language sql stable
security definer set search_path = pg_catalog, pg_temp
begin atomic
    select d.document_id, d.document_number, d.kind, d.dated_on, d.subject_id, s.name, code.value,
        coalesce(d.case_id, d.membership_id), a.name, act.officer_code, d.template_version, encode(d.sha256, 'hex')
    from cases.issued_document as d
    join register.subject as s on s.subject_id = d.subject_id
    join ops.agency as a on a.agency_code = d.agency_code
    left join register.subject_identifier as code on code.subject_id = d.subject_id and code.scheme = 'credit_code'
    left join intake.act as act on act.subject_id = d.subject_id and act.act_id = d.act_id
    where d.agency_code = any ((select ops.agencies_in_reach())::text[]);
end;
comment on function reports.issued_documents() is
'已出具的文书。
Shape: one row per document. document_number 文号；kind 种类；dated_on 成文日期；about_id 案件或名单成员编号；agency_name 出具机关；officer_code 经办人；template_version 模板版次；sha256 .docx 文件的摘要。';
revoke all on function reports.issued_documents() from public;
grant execute on function reports.issued_documents() to anxin_analyst, anxin_worker, anxin_officer;
