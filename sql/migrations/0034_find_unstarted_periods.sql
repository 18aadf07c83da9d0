-- Purpose: finding the memberships whose period has not begun, of which there are few.
-- Locks: writes to lists.membership wait. Time on 1 M memberships: some seconds.
create index memberships_without_start on lists.membership (membership_id)
    where published_on is null and ended_on is null and expired_on is null;
