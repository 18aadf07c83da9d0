-- Purpose: readings, their answers and the numbers of the law in the words of those who decide them.
-- Locks: law.reading and law.reading_option, exclusively, for an instant. The data files fill the columns.

alter table law.reading add column question_zh text not null default '';
alter table law.reading_option add column text_zh text not null default '';
comment on column law.reading.question_zh is 'the question in Chinese';
comment on column law.reading_option.text_zh is 'the answer in Chinese';

create table law.parameter_name (
    parameter_code text primary key,
    name_zh text not null
);
comment on table law.parameter_name is 'One row is the name of one number of the law.';
comment on column law.parameter_name.parameter_code is 'as law.parameter.parameter_code';
comment on column law.parameter_name.name_zh is 'what the number says, in Chinese';
grant select on law.parameter_name to anxin_worker, anxin_officer;
