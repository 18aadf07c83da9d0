-- 没有决定的不公示，也不在决定之前公示。
-- Nothing is shown, queued or delivered without a decision, nor before it.
with shown as (
    select e.subject_id, e.membership_id, null::date as shown_on, 'entry ' || e.channel_code as fact
    from publication.entry as e
    where e.state <> 'absent'
    union all
    select i.subject_id, i.membership_id, null, 'item ' || i.channel_code
    from publication.item as i
    where i.action = 'publish'
    union all
    select d.subject_id, d.membership_id, d.delivered_on, 'delivery ' || d.channel_code
    from publication.delivery as d
    where d.action = 'publish' and d.outcome = 'done'
)
select s.subject_id, s.membership_id as about_id, s.fact
from shown as s
left join lists.membership as m on m.subject_id = s.subject_id and m.membership_id = s.membership_id
where m.membership_id is null or m.decision_number !~ '\S' or s.shown_on < m.listed_on;
