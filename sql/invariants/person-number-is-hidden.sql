-- 每个人员都有加密的号码和键控摘要，号码明文不出现在姓名中。
-- Every person has an encrypted number and its keyed digest, and no name holds a number.
select s.subject_id, s.subject_id as about_id, s.kind as fact
from register.subject as s
left join register.person as p on p.subject_id = s.subject_id
left join register.subject_identifier as i on i.subject_id = s.subject_id and i.scheme = 'number_hash'
where (s.kind = 'person' and (p.subject_id is null or i.value is null))
    or (s.kind <> 'person' and p.subject_id is not null)
    or s.name ~ '(^|\D)\d{17}[\dXx](\D|$)';
