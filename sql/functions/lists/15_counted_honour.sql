drop function if exists lists.counted_honour(date, timestamptz, date) cascade;

create or replace function lists.counted_honour(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, record_id bigint, is_advanced boolean, honoured_year integer, awarded_on date)
language sql stable parallel safe
begin atomic
    select h.subject_id, h.record_id, h.kind = 'advanced_unit', h.honoured_year, h.awarded_on
    from records.honour_as_known(counted_honour.known_at) as h
    where h.level in ('national', 'province', 'city')
        and h.awarded_on <= counted_honour.last_event_on
        and not h.is_withdrawn
        and case h.kind
            when 'advanced_unit' then
                h.honoured_year between extract(year from (counted_honour.rules).as_of)::integer - 2
                    and extract(year from (counted_honour.rules).as_of)::integer - 1
                or (counted_honour.rules).honours_of_any_year_count
            else
                h.awarded_on >= (counted_honour.rules).a4_since
                or (counted_honour.rules).commendations_last_for_ever
        end;
end;
comment on function lists.counted_honour(law.rule_set, timestamptz, date) is
'Honours at city level or above that may count on a day: advanced units of the two calendar years before, or by option b of RD-09 of any; commendations and models within 2 years, or by option b of RD-10 at any time.
Shape: one row per unit and honour; honoured_year is null unless is_advanced. Source: plan IV A 3, A 4; RD-07, RD-09, RD-10.';
revoke all on function lists.counted_honour(law.rule_set, timestamptz, date) from public;
grant execute on function lists.counted_honour(law.rule_set, timestamptz, date) to anxin_worker;
