public import PQ

/// The job that records the expiry of memberships whose management period is over.
///
/// Views decide by date whether or not it has run; it only writes down what the date has already done, with the first day off as its
/// legal date. Run twice, late, or by two workers it changes nothing more.
/// **Source** plan V(5); RD-02, RD-32.
public enum ExpireMemberships {
    public static let name = "expire-memberships"
    static let batch = 10_000

    /// Records every expiry due by the day, in batches of one statement and one transaction each.
    ///
    /// - Returns: how many memberships were expired.
    public static func run(asOf day: CivilDate, on connection: isolated Connection) throws -> Int {
        var total = 0
        while true {
            let expired = try expireBatch(asOf: day, on: connection)
            total += expired
            if expired < batch { return total }
        }
    }

    private static func expireBatch(asOf day: CivilDate, on connection: isolated Connection) throws -> Int {
        try connection.execute(
            """
            with due as materialized (
                select m.subject_id, m.membership_id, upper(m.during) as off_on
                from lists.membership as m
                where upper(m.during) <= \(day) and m.expired_on is null and m.ended_on is null
                order by m.subject_id, m.membership_id
                limit \(batch)
                for update skip locked
            ),
            act as materialized (
                select d.subject_id, d.membership_id, d.off_on, nextval('ops.register_id') as act_id
                from due as d
            ),
            expired as (
                update lists.membership as m
                set expired_on = a.off_on, version_no = m.version_no + 1, act_id = a.act_id, known_at = now()
                from act as a
                where m.subject_id = a.subject_id and m.membership_id = a.membership_id
                returning m.*
            ),
            versioned as (
                insert into lists.membership_version (subject_id, membership_id, version_no, list_code, clause_code,
                    decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id,
                    founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number,
                    expired_on, during, act_id, known_at)
                select e.subject_id, e.membership_id, e.version_no, e.list_code, e.clause_code, e.decision_number,
                    e.agency_code, e.listed_on, e.published_on, e.period_months, e.period_basis, e.unit_id,
                    e.founding_record_id, e.case_id, e.restores_membership_id, e.ended_on, e.end_reason,
                    e.end_decision_number, e.expired_on, e.during, e.act_id, e.known_at
                from expired as e
            ),
            keyed as (
                insert into intake.act_key (key, subject_id, act_id, request_sha256)
                select 'expire-membership:' || a.membership_id, a.subject_id, a.act_id,
                    sha256(convert_to(a.membership_id || ' ' || a.off_on, 'UTF8'))
                from act as a
            )
            insert into intake.act (subject_id, act_id, act, key, acted_on, officer_code, payload, result, known_at)
            select a.subject_id, a.act_id, 'expire-membership', 'expire-membership:' || a.membership_id, a.off_on, 'system',
                jsonb_build_object('membership_id', a.membership_id), jsonb_build_object('expired_on', a.off_on), now()
            from act as a
            """
        )
    }
}
