-- 同一主体在同一名单上依同一决定的成员期间互不重叠；恢复的成员不早于被恢复的成员结束之日。
-- Memberships of one subject in one list by one decision do not overlap, and a restored one starts no earlier than the one it restores ended.
select a.subject_id, b.membership_id as about_id, a.membership_id || ' ' || a.during as fact
from lists.membership as a
join lists.membership as b
    on b.subject_id = a.subject_id and b.list_code = a.list_code and b.membership_id > a.membership_id
    and b.decision_number = a.decision_number and b.agency_code = a.agency_code
    and b.during && a.during
union all
select a.subject_id, b.membership_id, a.membership_id || ' ' || a.during
from lists.membership as a
join lists.membership as b on b.subject_id = a.subject_id and b.restores_membership_id = a.membership_id
where a.ended_on is null or b.listed_on < a.ended_on;
