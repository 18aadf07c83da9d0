drop function if exists records.record_phrase(bigint, timestamptz) cascade;

create function records.record_phrase(subject_id bigint, known_at timestamptz)
returns table (
    kind text,
    record_id bigint,
    record_number text,
    dated_on date,
    content text,
    annulled_on date,
    is_withdrawn boolean
)
language sql stable
begin atomic
    select 'penalty', p.record_id, p.decision_number, p.decided_on,
        concat_ws('，', array_to_string(p.kinds, '、'), trim_scale(p.fine_fen / 100.0) || ' 元'),
        p.annulled_on, p.is_withdrawn
    from records.penalty_as_known(record_phrase.known_at) as p
    where p.subject_id = record_phrase.subject_id
    union all
    select 'accident', a.record_id, a.accident_number, a.occurred_on, '死亡 ' || a.death_count || ' 人', null, a.is_withdrawn
    from records.accident_as_known(record_phrase.known_at) as a
    where a.subject_id = record_phrase.subject_id
    union all
    select 'certification', c.record_id, c.certificate_number, c.valid_from,
        c.level || ' 级，至 ' || least(c.valid_to, c.revoked_on), null, c.is_withdrawn
    from records.certification_as_known(record_phrase.known_at) as c
    where c.subject_id = record_phrase.subject_id
    union all
    select 'honour', h.record_id, h.document_number, h.awarded_on,
        concat_ws('，', h.honoured_year || ' 年度', h.awarded_by), null, h.is_withdrawn
    from records.honour_as_known(record_phrase.known_at) as h
    where h.subject_id = record_phrase.subject_id
    union all
    select 'ban', b.record_id, b.decision_number, b.starts_on, coalesce('至 ' || b.last_day, '终身'), null, b.is_withdrawn
    from records.ban_as_known(record_phrase.known_at) as b
    where b.subject_id = record_phrase.subject_id
    union all
    select 'repair_result', r.record_id, r.result_number, r.repaired_on, r.source, null, r.is_withdrawn
    from records.repair_result_as_known(record_phrase.known_at) as r
    where r.subject_id = record_phrase.subject_id;
end;
comment on function records.record_phrase(bigint, timestamptz) is
'Every record of a subject as known at a time, with what a reader wants to know of it in a few words.
Shape: one row per record, withdrawn ones too. dated_on is the day of the decision, accident, award or result, or the first day of a certificate or ban.';
revoke all on function records.record_phrase(bigint, timestamptz) from public;
grant execute on function records.record_phrase(bigint, timestamptz) to anxin_worker;
