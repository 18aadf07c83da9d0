create or replace function lists.membership_in_force(as_of date, known_at timestamptz, last_event_on date)
returns setof lists.membership_version
language sql stable parallel safe
begin atomic
    select m.*
    from law.rule_set_on(membership_in_force.as_of) as rules
    cross join lateral lists.counted_membership(rules, membership_in_force.known_at, membership_in_force.last_event_on) as m;
end;
comment on function lists.membership_in_force(date, timestamptz, date) is
'Memberships that count on a day, as known at a time, leaving out whatever was decided, ended or published after last_event_on, which is not after the day.
Shape: rows of lists.membership_by_law. Source: plan V(5), RD-02, RD-05, RD-06, RD-14, RD-15, RD-19, RD-28, RD-30.';
revoke all on function lists.membership_in_force(date, timestamptz, date) from public;
grant execute on function lists.membership_in_force(date, timestamptz, date) to anxin_worker;
