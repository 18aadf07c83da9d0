-- Purpose: acts name a membership by its id alone; without an index each of them read every membership.
-- Locks: share on lists.membership while the index is built. Time on 1 M subjects: under a second for 200,000 memberships.

create index memberships_by_id on lists.membership (membership_id);
