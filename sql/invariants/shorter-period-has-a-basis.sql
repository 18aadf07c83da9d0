-- 管理期限短于列入时规定的最长期限的名单成员，都写明依据。
-- Every membership with a period shorter than the longest in force when it was listed says on what basis.
select v.subject_id, v.membership_id as about_id, v.period_months || ' < ' || longest.value as fact
from lists.membership_version as v
join law.parameter_regime('management-months') as longest on longest.governs @> v.listed_on
-- A restored listing keeps the period and the basis it had.
where v.version_no = 1 and v.restores_membership_id is null
    and v.period_months < longest.value and coalesce(v.period_basis, '') !~ '\S';
