-- Purpose: a number that the plan or Order 11 bounds cannot be adopted beyond its bounds.
-- Locks: law.parameter_name, exclusively, for an instant. The data files fill the columns.

alter table law.parameter_name
    add column at_least integer not null default 0,
    add column at_most integer,
    add constraint bounds_of_a_number_leave_room check (at_least between 0 and at_most);
comment on table law.parameter_name is 'One row is one number of the law: what it is called, and which values may be adopted for it.';
comment on column law.parameter_name.at_least is 'smallest value that may be adopted, in law.parameter.unit';
comment on column law.parameter_name.at_most is 'largest value that may be adopted; null where nothing bounds it';
