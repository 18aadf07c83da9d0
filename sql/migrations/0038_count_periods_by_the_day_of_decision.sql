-- Purpose: how long a period lasts goes by the rule of the day of its decision, so the rules of a day no longer tell it.
-- Locks: none on tables; functions that take a rule set go and come back with the functions. Immediate.

alter type law.rule_set
    drop attribute rest_days_prolong cascade,
    drop attribute management_term cascade,
    drop attribute first_open_last_day cascade,
    drop attribute managed_since cascade;
