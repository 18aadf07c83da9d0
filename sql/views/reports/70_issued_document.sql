create or replace view reports.issued_document with (security_invoker = true) as
select
    d.document_id,
    d.document_number,
    d.kind,
    d.dated_on,
    d.subject_id,
    d.subject_name,
    d.credit_code,
    d.about_id,
    d.agency_name,
    d.officer_code,
    d.template_version,
    d.sha256
from reports.issued_documents() as d;
comment on view reports.issued_document is '已出具的文书。';
comment on column reports.issued_document.document_id is '文书编号';
comment on column reports.issued_document.document_number is '文号';
comment on column reports.issued_document.kind is '种类，如 listing-decision 列入决定书';
comment on column reports.issued_document.dated_on is '成文日期';
comment on column reports.issued_document.subject_id is '主体编号';
comment on column reports.issued_document.subject_name is '名称或姓名';
comment on column reports.issued_document.credit_code is '统一社会信用代码，个人为空';
comment on column reports.issued_document.about_id is '案件或名单成员编号';
comment on column reports.issued_document.agency_name is '出具机关';
comment on column reports.issued_document.officer_code is '经办人';
comment on column reports.issued_document.template_version is '模板版次';
comment on column reports.issued_document.sha256 is '.docx 文件的摘要';
revoke all on reports.issued_document from public;
grant select on reports.issued_document to anxin_analyst, anxin_worker, anxin_officer;
