create or replace function lists.subject_mark(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, mark integer, a2 bigint, a3 bigint, a4 bigint, b2 bigint, c1 bigint)
language sql stable parallel safe
begin atomic
    -- Each part comes in the order of its key, so that the parts are merged and grouped without a sort.
    (
        select s.subject_id, 1, null::bigint, null::bigint, null::bigint, null::bigint, null::bigint
        from register.subject_as_known(subject_mark.known_at) as s
        where s.kind <> 'person'
            and (s.registered_on is null or s.registered_on <= subject_mark.last_event_on)
            and (s.deregistered_on is null or s.deregistered_on > subject_mark.last_event_on)
        order by s.subject_id
    )
    union all
    (
        select p.subject_id, case when p.breaks_a1 then 2 else 0 end | case when p.breaks_b1 then 4 else 0 end,
            null::bigint, null::bigint, null::bigint, null::bigint, null::bigint
        from lists.counted_penalty(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) as p
        order by p.subject_id
    )
    union all
    (
        select a.subject_id, 2, null::bigint, null::bigint, null::bigint, null::bigint, null::bigint
        from lists.counted_accident(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) as a
        order by a.subject_id
    )
    union all
    (
        select c.subject_id, case when c.level <= 2 then 8 else 16 end,
            case when c.level <= 2 then c.record_id end, null::bigint, null::bigint, case when c.level > 2 then c.record_id end, null::bigint
        from lists.counted_certification(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) as c
        order by c.subject_id
    )
    union all
    (
        select
            h.subject_id,
            case when not h.is_advanced then 256
                when h.honoured_year = extract(year from (subject_mark.rules).as_of) - 1 then 32
                else 64 end,
            null::bigint,
            case when h.is_advanced then h.record_id end,
            case when not h.is_advanced then h.record_id end,
            null::bigint,
            null::bigint
        from lists.counted_honour(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) as h
        where not (h.is_advanced and (subject_mark.rules).honours_of_any_year_count)
        order by h.subject_id
    )
    union all
    (
        select a.subject_id, 128, null::bigint, e.evidence_id, null::bigint, null::bigint, null::bigint
        from lists.criterion_a3(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) as a
        cross join lateral unnest(a.evidence_ids) as e (evidence_id)
        where (subject_mark.rules).honours_of_any_year_count
    )
    union all
    (
        select c.subject_id, 512, null::bigint, null::bigint, null::bigint, null::bigint, c.evidence_id
        from lists.counted_penalised(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) as c
        order by c.subject_id
    )
    union all
    (
        select m.subject_id, 1024, null::bigint, null::bigint, null::bigint, null::bigint, null::bigint
        from lists.counted_membership(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) as m
        where m.list_code = 'serious'
        order by m.subject_id
    );
end;
comment on function lists.subject_mark(law.rule_set, timestamptz, date) is
'What each record that counts says of its unit, as one bit, and the record itself in the column of the clause that it meets. A condition on subject_id reaches the records.
Shape: one row per unit and record that counts, and one with mark 1 per unit that exists on the day; who has no such row, as a person, is not graded.
Bits: 1 a unit to grade (RD-36); 2 breaks A1; 4 breaks B1; 8 meets A2; 16 meets B2; 32 and 64 advanced in one of the two years before, together A3; 128 meets A3 by option b of RD-09; 256 meets A4; 512 on the penalised list; 1024 on the serious list.
The functions lists.criterion_… say the same clause by clause. Source: plan IV.';
revoke all on function lists.subject_mark(law.rule_set, timestamptz, date) from public;
grant execute on function lists.subject_mark(law.rule_set, timestamptz, date) to anxin_worker;
