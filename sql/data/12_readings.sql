-- Readings whose answer is implemented with alternatives; the others are fixed in the functions that cite them.
insert into law.reading (reading_code, question, is_policy) values
('RD-03', 'how the conditions of grade A are joined', true),
('RD-18', 'in which plan a unit with an accident and a penalty must stand', true)
on conflict (reading_code) do update set question = excluded.question, is_policy = excluded.is_policy
where (reading.question, reading.is_policy) is distinct from (excluded.question, excluded.is_policy);

insert into law.reading_option (reading_code, option_code, text_en, is_default) values
('RD-03', 'a', 'A1 and at least one of A2, A3, A4', true),
('RD-03', 'b', 'all four', false),
('RD-03', 'c', 'any one', false),
('RD-18', 'a', 'the plan of the year after the later of accident and penalty', true),
('RD-18', 'b', 'the plan of the year after the accident', false)
on conflict (reading_code, option_code) do update set text_en = excluded.text_en, is_default = excluded.is_default
where (reading_option.text_en, reading_option.is_default) is distinct from (excluded.text_en, excluded.is_default);
