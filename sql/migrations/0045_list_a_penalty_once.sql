-- Purpose: a penalty lists a subject once under a clause: a second decision would start the management period anew (RD-17). What was revoked may be
-- decided again (Order 11 Art. 15), what fraud has ended is restored (RD-40).
-- Locks: share on lists.membership while the index is built. Time on 1 M subjects: under a second for 200,000 memberships.
-- It stops at a penalty that was listed twice: revoke the later listing with the program in use before, then upgrade.

create unique index penalty_lists_once_under_a_clause
    on lists.membership (subject_id, clause_code, founding_record_id)
    where list_code = 'serious' and restores_membership_id is null and end_reason is distinct from 'revoked';
comment on index lists.penalty_lists_once_under_a_clause is
'A penalty lists a subject once under a clause; the way back after a removal is its restoration (RD-17, RD-40).';
