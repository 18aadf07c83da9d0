drop function if exists records.article_114_doubt(date, timestamptz) cascade;

create function records.article_114_doubt(as_of date, known_at timestamptz default 'infinity')
returns table (
    subject_id bigint,
    record_id bigint,
    severity records.accident_severity,
    is_article_114_2 boolean,
    fine_fen bigint,
    lowest_fen bigint,
    highest_fen bigint
)
language sql stable parallel safe
begin atomic
    with times as materialized (
        select
            law.parameter_value('article-114-times-min', article_114_doubt.as_of) as least,
            law.parameter_value('article-114-times-max', article_114_doubt.as_of) as most
    ),
    band as materialized (
        select
            s.severity,
            law.parameter_value('article-114-fine-min-' || s.severity, article_114_doubt.as_of)::bigint as lowest_fen,
            law.parameter_value('article-114-fine-max-' || s.severity, article_114_doubt.as_of)::bigint as highest_fen
        from unnest(enum_range(null::records.accident_severity)) as s (severity)
    ),
    fined as (
        select
            p.subject_id,
            p.record_id,
            a.severity,
            p.is_article_114_2,
            p.fine_fen,
            band.lowest_fen * case when p.is_article_114_2 then times.least else 1 end as lowest_fen,
            band.highest_fen * case when p.is_article_114_2 then times.most else 1 end as highest_fen
        from records.penalty_as_known(article_114_doubt.known_at) as p
        join records.accident_as_known(article_114_doubt.known_at) as a
            on a.subject_id = p.subject_id and a.accident_number = p.accident_number and not a.is_withdrawn
        join band on band.severity = a.severity
        cross join times
        where p.is_safety
            and (p.is_article_114_2 or strpos(p.basis, '第一百一十四条') > 0)
            and p.decided_on <= article_114_doubt.as_of
            and not p.is_withdrawn
            and (p.annulled_on is null or p.annulled_on > article_114_doubt.as_of)
    )
    select f.subject_id, f.record_id, f.severity, f.is_article_114_2, f.fine_fen, f.lowest_fen, f.highest_fen
    from fined as f
    where f.fine_fen not between f.lowest_fen and f.highest_fen;
end;
comment on function records.article_114_doubt(date, timestamptz) is
'Fines for accidents by Work Safety Law Art. 114 whose amount lies outside the band of the accident: of paragraph 1, or of two to five times that where the record says that paragraph 2 was applied. Either the amount, the severity or that field is wrong.
The bands overlap, so a fine inside proves nothing, and none of this founds a listing (RD-26).
Shape: one row per penalty and accident. Units: fen.
Source: Work Safety Law Art. 114; RD-26.';
revoke all on function records.article_114_doubt(date, timestamptz) from public;
grant execute on function records.article_114_doubt(date, timestamptz) to anxin_worker;
