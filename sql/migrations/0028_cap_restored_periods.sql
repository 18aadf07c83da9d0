-- Purpose: by option c of RD-40 a restored listing ends no later than it would have ended without its removal; the last day by the period gets a
-- column of its own, so that one place says how it is counted.
-- Locks: lists.membership and lists.membership_version, exclusively, while they are written anew. Functions that read lists.membership.during
-- go with it and come back with the functions. Time on 200,000 memberships: two seconds.

alter table lists.membership
    add column capped_on date,
    drop constraint expiry_is_after_the_last_day,
    drop column during cascade;
alter table lists.membership
    add column last_day date generated always as (
        least((published_on + make_interval(months => period_months))::date, capped_on)) stored,
    add column during daterange not null generated always as (
        -- Dates out of order still give a range, so that the constraints can say what is wrong with them.
        daterange(least(listed_on, ended_on, published_on),
            least(ended_on, least((published_on + make_interval(months => period_months))::date, capped_on) + 1))) stored,
    add constraint period_is_capped_after_it_starts check (capped_on >= listed_on),
    add constraint expiry_is_after_the_last_day check (expired_on > last_day),
    add constraint memberships_of_one_decision_do_not_overlap exclude using gist
        (subject_id with =, list_code with =, decision_number with =, agency_code with =, during with &&);
create index memberships_by_end on lists.membership (upper(during)) where expired_on is null and ended_on is null;
comment on column lists.membership.capped_on is 'last day at the latest, whatever the period says: the old end of a restored listing by option c of RD-40; null without such a limit';
comment on column lists.membership.last_day is 'last day by the period, whatever may end it before (RD-02); null while unpublished';
comment on column lists.membership.during is 'days listed, half-open: from the decision to the first day off; without end while unpublished';

alter table lists.membership_version
    add column capped_on date,
    add column last_day date generated always as (
        least((published_on + make_interval(months => period_months))::date, capped_on)) stored;
comment on column lists.membership_version.capped_on is 'as lists.membership.capped_on';
comment on column lists.membership_version.last_day is 'as lists.membership.last_day';
