-- Purpose: a unit that becomes due for a plan's inspection after the draw is added to it, and the plan says when.
-- Locks: access exclusive on supervision.plan_line for a moment. Time on 1 M subjects: none, no row is rewritten.

alter table supervision.plan_line
    add column added_on date,
    add constraint only_the_draw_draws check (added_on is null or draw_no is null);
comment on column supervision.plan_line.added_on is 'day on which the unit was added to a plan already drawn; null for the lines of the draw';
