-- 每一条记录的每一版都有文号、经办人和带来它的行为。
-- Every version of every record has a document number, an officer, and the act that brought it.
select v.subject_id, v.record_id as about_id, v.kind || ' ' || v.version_no as fact
from records.record_version as v
left join ops.officer as o on o.officer_code = v.officer_code
left join intake.act as a on a.subject_id = v.subject_id and a.act_id = v.act_id and a.refusal_code is null
where coalesce(v.number, '') !~ '\S' or o.officer_code is null or a.act_id is null;
