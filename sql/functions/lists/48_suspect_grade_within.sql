create or replace function lists.suspect_grade_within(as_of date, last_event_on date, first_id bigint, end_id bigint)
returns table (subject_id bigint)
-- Not SQL: the rules must be a value by the time the query is planned.
language plpgsql stable parallel safe cost 1000000
-- The parts of lists.subject_mark come sorted by key. The planner cannot know how many units they are about, so it would rather hash them, and it
-- takes reading an index from end to end for leaps.
set enable_hashagg = off set random_page_cost = 1.5 set max_parallel_workers_per_gather = 0 set jit = off
as $$
declare
    rules law.rule_set := law.rule_set_on(suspect_grade_within.as_of);
begin
    return query
        select d.subject_id
        from (
            select
                coalesce(n.subject_id, o.subject_id) as subject_id,
                case
                    when n.subject_id is null then o.grade is not null
                    else o.grade is null or n.reasons_digest is distinct from o.reasons_digest
                end as differs
            from (
                select
                    m.subject_id,
                    case lists.grade_by_marks(rules.conditions_of_a, m.marks)
                        when 'C' then hashtextextended('C1', 0) # m.c1
                        when 'A' then
                            case when m.marks & 2 = 0 then hashtextextended('A1', 0) else 0 end
                            # case when m.marks & 8 > 0 then hashtextextended('A2', 0) # m.a2 else 0 end
                            # case when m.marks & 128 > 0 or m.marks & 96 = 96 then hashtextextended('A3', 0) # m.a3 else 0 end
                            # case when m.marks & 256 > 0 then hashtextextended('A4', 0) # m.a4 else 0 end
                        when 'B' then
                            case m.marks & (4 + 16)
                                when 16 then hashtextextended('B1', 0) # hashtextextended('B2', 0) # m.b2
                                when 0 then hashtextextended('B1', 0)
                                when 4 + 16 then hashtextextended('B2', 0) # m.b2
                                else hashtextextended('B0', 0)
                            end
                    end as reasons_digest
                from (
                    select
                        k.subject_id,
                        bit_or(k.mark) as marks,
                        bit_xor(hashint8extended(k.a2, 0)) as a2,
                        bit_xor(hashint8extended(k.a3, 0)) as a3,
                        bit_xor(hashint8extended(k.a4, 0)) as a4,
                        bit_xor(hashint8extended(k.b2, 0)) as b2,
                        bit_xor(hashint8extended(k.c1, 0)) as c1
                    from lists.subject_mark(rules, 'infinity', suspect_grade_within.last_event_on) as k
                    where (suspect_grade_within.first_id is null or k.subject_id >= suspect_grade_within.first_id)
                        and (suspect_grade_within.end_id is null or k.subject_id < suspect_grade_within.end_id)
                    group by k.subject_id
                    having bit_or(k.mark) & 1 = 1
                ) as m
            ) as n
            full join (
                select distinct on (g.subject_id) g.subject_id, g.grade, g.reasons_digest
                from lists.grade as g
                where g.as_of <= rules.as_of
                    and (suspect_grade_within.first_id is null or g.subject_id >= suspect_grade_within.first_id)
                    and (suspect_grade_within.end_id is null or g.subject_id < suspect_grade_within.end_id)
                order by g.subject_id, g.as_of desc, g.known_at desc, g.grade_run_id desc
            ) as o on o.subject_id = n.subject_id
            -- Without this the comparison would become a part of the join and cost a copy of its inner side.
            offset 0
        ) as d
        where d.differs;
end
$$;
comment on function lists.suspect_grade_within(date, date, bigint, bigint) is
'What lists.suspect_grade says of the subjects from one id to before another, null for no bound.
One pass over their records in the order of the keys, without building the reasons.
Shape: as there.';
revoke all on function lists.suspect_grade_within(date, date, bigint, bigint) from public;
grant execute on function lists.suspect_grade_within(date, date, bigint, bigint) to anxin_worker;
