-- Purpose: how long a period is at the longest stands in law.parameter (management-months) alone. A constraint that knew 36 refused every new
-- membership once a shorter one is in force. Acts ask for the basis of a shorter period, and sql/invariants/shorter-period-has-a-basis.sql looks
-- after them; that nothing lasts longer than the three years of Order 11 stays a constraint.
-- Locks: lists.membership, for an instant.

alter table lists.membership drop constraint shorter_period_has_a_basis;
comment on column lists.membership.period_basis is 'why the period is shorter than the longest in force, or the basis of a transferred listing (RD-47); null otherwise';
