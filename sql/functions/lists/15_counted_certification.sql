drop function if exists lists.counted_certification(date, timestamptz, date) cascade;

create or replace function lists.counted_certification(rules law.rule_set, known_at timestamptz, last_event_on date)
returns table (subject_id bigint, record_id bigint, level smallint, valid_from date, valid_to date)
language sql stable parallel safe
begin atomic
    select c.subject_id, c.record_id, c.level, c.valid_from, c.valid_to
    from records.certification_as_known(counted_certification.known_at) as c
    where c.valid_from <= counted_certification.last_event_on
        and c.valid_to >= (counted_certification.rules).as_of
        and not c.is_withdrawn
        and (c.revoked_on is null or c.revoked_on > counted_certification.last_event_on);
end;
comment on function lists.counted_certification(law.rule_set, timestamptz, date) is
'Certificates that hold on a day.
Shape: one row per unit and certificate; valid_from and valid_to are its first and last day. Source: plan IV A 2, B 2.';
revoke all on function lists.counted_certification(law.rule_set, timestamptz, date) from public;
grant execute on function lists.counted_certification(law.rule_set, timestamptz, date) to anxin_worker;
