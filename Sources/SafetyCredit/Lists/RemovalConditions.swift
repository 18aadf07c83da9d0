import PQ

/// The conditions of early removal that the register itself can check.
///
/// **Source** Order 11 Art. 18, RD-34: for the serious list no new act under Arts. 6-7 and no running ban; for the penalised list no new penalty.
enum RemovalConditions {
    /// - Throws: `Refusal.banRunning` with the last day of the ban, or `life`.
    static func refuseRunningBan(on membership: Membership, day: CivilDate, _ connection: isolated Connection) throws {
        let ban = try connection.values(
            """
            select b.last_day
            from records.ban_as_known('infinity') as b
            where b.subject_id = \(membership.subjectID) and b.starts_on <= \(day)
                and (b.last_day is null or b.last_day >= \(day)) and not b.is_withdrawn
            order by b.last_day desc nulls first
            limit 1
            """,
            as: CivilDate?.self
        ).first
        if let ban { throw Refusal(.banRunning, ["until": ban?.description ?? "life"]) }
    }

    /// - Throws: `Refusal.newViolation` with the number of the later `listing`, of the penalty that may found one (`ground`), or for the
    ///   penalised list of the later `penalty`.
    static func refuseNewViolation(since membership: Membership, day: CivilDate, _ connection: isolated Connection)
        throws
    {
        let violations: [(fact: String, newer: Statement)] =
            membership.list == .serious
            ? [("listing", laterListings(than: membership, day)), ("ground", newGrounds(since: membership, day))]
            : [("penalty", laterPenalties(than: membership, day))]
        for violation in violations {
            if let number = try connection.values(violation.newer, as: String.self).first {
                throw Refusal(.newViolation, [violation.fact: number])
            }
        }
    }

    private static func laterListings(than membership: Membership, _ day: CivilDate) -> Statement {
        """
        select m.decision_number
        from lists.membership as m
        where m.subject_id = \(membership.subjectID) and m.list_code = 'serious'
            and m.membership_id <> \(membership.id) and m.listed_on > \(membership.listedOn) and m.listed_on <= \(day)
            and m.end_reason is distinct from 'revoked'
        order by m.listed_on
        limit 1
        """
    }

    private static func newGrounds(since membership: Membership, _ day: CivilDate) -> Statement {
        "select g.decision_number from cases.new_ground(\(membership.subjectID), \(membership.listedOn), \(day)) as g"
    }

    private static func laterPenalties(than membership: Membership, _ day: CivilDate) -> Statement {
        """
        select p.decision_number
        from records.penalty_as_known('infinity') as p
        where p.subject_id = \(membership.subjectID) and p.is_safety
            and p.decided_on > \(membership.listedOn) and p.decided_on <= \(day)
            and not p.is_withdrawn and (p.annulled_on is null or p.annulled_on > \(day))
        order by p.decided_on
        limit 1
        """
    }
}
