-- 没有名单成员的管理期限长于公布之日起36个月。
-- No membership ends later than 36 months after its publication.
select m.subject_id, m.membership_id as about_id, m.published_on || ' – ' || upper(m.during) - 1 as fact
from lists.membership as m
where upper(m.during) - 1 > m.published_on + interval '36 months';
