-- Purpose: a membership is looked up by its primary key and no longer, at twenty times the cost, by the index of an exclusion constraint.
-- Locks: exclusive on lists.membership while the constraint is made anew. Time on 1 M subjects: a minute for 200,000 memberships in the worst
-- case, seconds on a quiet machine.

-- The condition holds for every row (membership_lasts_at_most_three_years). It only keeps the planner from using the index for anything
-- else: it takes a look-up in a GiST index of five columns to cost as much as one in the primary key.
alter table lists.membership
    drop constraint memberships_of_one_decision_do_not_overlap,
    add constraint memberships_of_one_decision_do_not_overlap exclude using gist
        (subject_id with =, list_code with =, decision_number with =, agency_code with =, during with &&)
        where (period_months > 0);
comment on constraint memberships_of_one_decision_do_not_overlap on lists.membership is
    'For all memberships: the condition is always true and only keeps look-ups by key away from this index.';
