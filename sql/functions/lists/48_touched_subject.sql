drop function if exists lists.touched_subject(timestamptz, date, date, date, date) cascade;

create function lists.touched_subject(known_since timestamptz, day date, events_to date, new_day date, new_events_to date)
returns table (subject_id bigint)
-- Not SQL: the rules must be values by the time the query is planned.
language plpgsql stable
as $$
declare
    rules law.rule_set := law.rule_set_on(touched_subject.day);
    new_rules law.rule_set := law.rule_set_on(touched_subject.new_day);
begin
    return query
        select v.subject_id from register.subject_version as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from records.penalty as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from records.accident as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from records.certification as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from records.honour as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from records.repair_result as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from lists.membership_version as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from records.penalty as v where v.decided_on > touched_subject.events_to and v.decided_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.penalty as v where v.annulled_on > touched_subject.events_to and v.annulled_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.accident as v where v.occurred_on > touched_subject.events_to and v.occurred_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.accident as v where v.report_approved_on > touched_subject.events_to and v.report_approved_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.certification as v where v.valid_from > touched_subject.events_to and v.valid_from <= touched_subject.new_events_to
        union
        select v.subject_id from records.certification as v where v.revoked_on > touched_subject.events_to and v.revoked_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.honour as v where v.awarded_on > touched_subject.events_to and v.awarded_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.repair_result as v where v.repaired_on > touched_subject.events_to and v.repaired_on <= touched_subject.new_events_to
        union
        select v.subject_id from lists.membership_version as v where v.listed_on > touched_subject.events_to and v.listed_on <= touched_subject.new_events_to
        union
        select v.subject_id from lists.membership_version as v where v.published_on > touched_subject.events_to and v.published_on <= touched_subject.new_events_to
        union
        select v.subject_id from lists.membership_version as v where v.ended_on > touched_subject.events_to and v.ended_on <= touched_subject.new_events_to
        union
        select v.successor_id from register.succession as v where v.merged_on > touched_subject.events_to and v.merged_on <= touched_subject.new_events_to
        union
        select v.subject_id from register.subject_version as v where v.registered_on > touched_subject.events_to and v.registered_on <= touched_subject.new_events_to
        union
        select v.subject_id from register.subject_version as v where v.deregistered_on > touched_subject.events_to and v.deregistered_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.penalty as v
        where v.decided_on >= rules.a1_penalties_since
            and v.decided_on < new_rules.a1_penalties_since
        union
        select v.subject_id from records.penalty as v
        where v.decided_on >= rules.b1_penalties_since
            and v.decided_on < new_rules.b1_penalties_since
        union
        select v.subject_id from records.accident as v
        where v.occurred_on >= rules.a1_accidents_since
            and v.occurred_on < new_rules.a1_accidents_since
        union
        select v.subject_id from records.honour as v
        where v.awarded_on >= rules.a4_since
            and v.awarded_on < new_rules.a4_since
        union
        select v.subject_id from lists.membership_version as v
        where v.listed_on >= rules.b1_penalties_since
            and v.listed_on < new_rules.b1_penalties_since
        union
        select v.subject_id from records.certification as v where v.valid_to >= touched_subject.day and v.valid_to < touched_subject.new_day
        union
        select v.subject_id from lists.membership_version as v where upper(v.during) > touched_subject.day and upper(v.during) <= touched_subject.new_day
        union
        select v.subject_id from records.honour as v
        where v.kind = 'advanced_unit' and extract(year from touched_subject.day) <> extract(year from touched_subject.new_day);
end
$$;
comment on function lists.touched_subject(timestamptz, date, date, date, date) is
'The subjects whose grade may differ between two days under the same rules: those of which something was told since, and those of which a record begins or ceases to count in between.
A superset, for grading anew what alone can have changed. It holds while the policies RD-13 and RD-39 have their default answers and no last day moves (RD-30): else grades depend on persons, objections and the calendar.
day and events_to are those of the run before, new_day and new_events_to those of the run to come (RD-06).
Shape: one row per subject.';
revoke all on function lists.touched_subject(timestamptz, date, date, date, date) from public;
grant execute on function lists.touched_subject(timestamptz, date, date, date, date) to anxin_worker;
