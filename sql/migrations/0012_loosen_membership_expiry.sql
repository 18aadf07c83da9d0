-- Purpose: by option b of RD-30 a period whose last day is a rest day runs to the next working day, so an expiry may come later than the day
-- after the last day by months, never earlier.
-- Locks: lists.membership, exclusively, for one check of its rows. Time on 200,000 memberships: under a second.

alter table lists.membership
    drop constraint expiry_is_the_day_after_the_last,
    add constraint expiry_is_after_the_last_day check (expired_on > (published_on + make_interval(months => period_months))::date);
comment on column lists.membership.expired_on is 'first day off after the full period, once the expiry is recorded (RD-02, RD-30, RD-32); null before';
