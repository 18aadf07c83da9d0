create or replace function lists.counted_membership(rules law.rule_set, known_at timestamptz, last_event_on date)
returns setof lists.membership_version
language sql stable parallel safe
begin atomic
    select m.*
    from lists.membership_by_law(counted_membership.known_at) as m
    where m.listed_on <= counted_membership.last_event_on
        and not (m.unit_id is not null and lower(m.during) > counted_membership.last_event_on)
        and (
            m.ended_on is null
            or m.ended_on > counted_membership.last_event_on
            or (m.end_reason = 'repaired' and not (counted_membership.rules).repairs_count)
        )
        and (
            m.published_on is null
            or m.published_on > counted_membership.last_event_on
            or m.last_day >= (counted_membership.rules).as_of
        )
        and not exists (
            select from records.penalty_as_known(counted_membership.known_at) as p
            where m.list_code = 'penalised'
                and p.subject_id = m.subject_id
                and p.record_id = m.founding_record_id
                and (p.is_withdrawn or p.annulled_on <= counted_membership.last_event_on)
        )
        and not exists (
            select from records.repair_result_as_known(counted_membership.known_at) as r
            where m.list_code = 'penalised'
                and (counted_membership.rules).repairs_count
                and r.subject_id = m.subject_id
                and r.penalty_record_id = m.founding_record_id
                and r.repaired_on <= counted_membership.last_event_on
                and not r.is_withdrawn
        )
        and not exists (
            select from lists.membership_as_known(counted_membership.known_at) as s
            where m.list_code = 'penalised'
                and not (counted_membership.rules).lists_run_side_by_side
                and s.list_code = 'serious'
                and s.subject_id = m.subject_id
                and s.founding_record_id = m.founding_record_id
                and s.listed_on <= counted_membership.last_event_on
                and (s.end_reason is distinct from 'revoked' or s.ended_on > counted_membership.last_event_on)
        )
        and not (
            m.list_code = 'penalised'
            and (counted_membership.rules).objections_suspend
            and exists (
                select from cases.objection_pending(counted_membership.last_event_on, counted_membership.known_at) as o
                where o.subject_id = m.subject_id and o.record_id = m.founding_record_id
            )
        );
end;
comment on function lists.counted_membership(law.rule_set, timestamptz, date) is
'Memberships that count on a day, as known at a time, leaving out whatever was decided, ended or published after last_event_on, which is not after the day.
A penalised membership counts while its penalty does: never when that was withdrawn, not from its annulment or repair on, whether or not the end is recorded yet (RD-15, RD-28). A serious one stands until it is revoked, whatever becomes of its penalty meanwhile (Order 11 Art. 15).
A penalty that founds a serious listing gives no penalised membership of its own; it revives, with its own clock, when the listing is revoked (RD-14).
By policy RD-14 b the penalised membership runs on beside the serious one; by RD-28 b a repair ends no membership; by RD-29 b one that passed by a merger counts from that day, and until the act that ends it with its penalty; by RD-39 b a pending objection to its penalty suspends it.
Shape: rows of lists.membership_by_law. Source: plan V(5), RD-02, RD-05, RD-06, RD-14, RD-15, RD-19, RD-28, RD-29, RD-30.';
revoke all on function lists.counted_membership(law.rule_set, timestamptz, date) from public;
grant execute on function lists.counted_membership(law.rule_set, timestamptz, date) to anxin_worker;
