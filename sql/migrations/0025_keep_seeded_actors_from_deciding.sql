-- Purpose: the two actors every register starts with, system and operator, sign what jobs and set-up do; neither ever handles or decides a case,
-- whoever may type their codes.
-- Locks: ops.officer_role, for an instant.

alter table ops.officer_role add constraint seeded_actors_neither_handle_nor_decide
    check (officer_code not in ('system', 'operator') or role_code not in ('handler', 'decider'));
