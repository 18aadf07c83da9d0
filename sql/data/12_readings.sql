-- Readings whose answer is implemented with alternatives; the others are fixed in the functions and acts that cite them.
insert into law.reading (reading_code, question, is_policy) values
('RD-03', 'how the conditions of grade A are joined', true),
('RD-05', 'how long grade C lasts', true),
('RD-09', 'which two years of an advanced unit count', true),
('RD-10', 'how long a commendation counts', true),
('RD-11', 'whether warnings and penalties on the spot lead to grade C', true),
('RD-12', 'whether penalties of other fields bar grade A', true),
('RD-16', 'which publication starts the management period', true),
('RD-18', 'in which plan a unit with an accident and a penalty must stand', true),
('RD-21', 'whether deaths count before responsibility is settled', true),
('RD-28', 'what a credit-repair result ends', true),
('RD-39', 'whether a record counts while an objection is pending', true)
on conflict (reading_code) do update set question = excluded.question, is_policy = excluded.is_policy
where (reading.question, reading.is_policy) is distinct from (excluded.question, excluded.is_policy);

insert into law.reading_option (reading_code, option_code, text_en, is_default) values
('RD-03', 'a', 'A1 and at least one of A2, A3, A4', true),
('RD-03', 'b', 'all four', false),
('RD-03', 'c', 'any one', false),
('RD-05', 'a', 'from the penalty decision until three years after publication', true),
('RD-05', 'b', 'while the unit was penalised within one year', false),
('RD-05', 'c', 'while the penalty is published', false),
('RD-09', 'a', 'the two calendar years before the year of the day', true),
('RD-09', 'b', 'any two consecutive years', false),
('RD-10', 'a', 'two years', true),
('RD-10', 'b', 'without limit', false),
('RD-11', 'a', 'they do', true),
('RD-11', 'b', 'they do not', false),
('RD-12', 'a', 'any recorded penalty bars A', true),
('RD-12', 'b', 'only a safety penalty bars A', false),
('RD-16', 'a', 'the first success on any required channel', true),
('RD-16', 'b', 'the day of the decision', false),
('RD-16', 'c', 'the success on the last required channel', false),
('RD-18', 'a', 'the plan of the year after the later of accident and penalty', true),
('RD-18', 'b', 'the plan of the year after the accident', false),
('RD-21', 'a', 'they bar A while open', true),
('RD-21', 'b', 'they have no effect while open', false),
('RD-28', 'a', 'grade C of that penalty, and its place in the one-year test', true),
('RD-28', 'b', 'the publication alone', false),
('RD-39', 'a', 'it counts, and is marked', true),
('RD-39', 'b', 'it is suspended', false)
on conflict (reading_code, option_code) do update set text_en = excluded.text_en, is_default = excluded.is_default
where (reading_option.text_en, reading_option.is_default) is distinct from (excluded.text_en, excluded.is_default);
