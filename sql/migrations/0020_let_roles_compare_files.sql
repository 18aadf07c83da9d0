-- Purpose: a login that is a member of the officer, publisher or revealer role alone can compare the program's files with what was applied,
-- which every command does first; without it such a login could reveal no number.
-- Locks: none. Time on 1 M subjects: immediate.
grant select on ops.applied_migration, ops.applied_object to anxin_officer, anxin_publisher, anxin_revealer;
