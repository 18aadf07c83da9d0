create or replace function publication.proof(subject_id bigint, membership_id bigint, as_of date)
returns table (channel_code text, first_on date)
language sql stable parallel safe
begin atomic
    select told.channel_code, min(told.told_on)
    from lists.membership as m
    cross join lateral (
        select d.channel_code, d.delivered_on
        from publication.delivery as d
        where d.subject_id = m.subject_id and d.membership_id = m.membership_id and d.action = 'publish' and d.outcome = 'done'
        union all
        select a.payload ->> 'channel', a.acted_on
        from intake.act as a
        where a.subject_id = m.subject_id and a.act = 'confirm-publication' and a.refusal_code is null
            and a.payload ->> 'membership_id' = m.membership_id::text
    ) as told (channel_code, told_on)
    join publication.channel as c on c.channel_code = told.channel_code and c.is_required
    where m.subject_id = proof.subject_id and m.membership_id = proof.membership_id and told.told_on between m.listed_on and proof.as_of
    group by told.channel_code;
end;
comment on function publication.proof(bigint, bigint, date) is
'Since when each required channel is proven to show a membership, by what was told up to a day: by a delivery, or by an officer who confirmed it.
Shape: one row per channel with a proof. Source: RD-16.';
revoke all on function publication.proof(bigint, bigint, date) from public;
grant execute on function publication.proof(bigint, bigint, date) to anxin_worker;
