public import PQ

/// The job that records the expiry of memberships whose management period is over.
///
/// Views decide by date whether or not it has run; it only writes down what the date has already done, with the first day off as its
/// legal date. Run twice, late, or by two workers it changes nothing more.
/// **Source** plan V(5); RD-02, RD-30, RD-32.
public enum ExpireMemberships {
    public static let name = "expire-memberships"
    static let batch = 10_000

    /// Records every expiry due by the day, in batches of one statement each.
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
                select m.subject_id, m.membership_id, coalesce(moved.moves_to + 1, upper(m.during)) as off_on
                from lists.membership as m
                -- As lists.membership_by_law does, which reads the history instead: that grows from batch to batch, unknown to the planner.
                left join law.moved_last_day() as moved on moved.last_day = m.last_day and moved.governs @> m.listed_on
                -- The first condition is for the index: the law moves a last day, but never to an earlier one.
                where upper(m.during) <= \(day) and coalesce(moved.moves_to + 1, upper(m.during)) <= \(day)
                    and m.expired_on is null and m.ended_on is null
                -- By the index, so that a batch does not read again what those before it have done.
                order by upper(m.during)
                limit \(batch)
                for update of m skip locked
            ),
            act as materialized (
                select d.subject_id, d.membership_id, d.off_on, nextval('ops.register_id') as act_id,
                    'expire-membership:' || d.membership_id as key
                from due as d
                -- Neighbours in the tables and indexes that are written.
                order by d.subject_id, d.membership_id
            ),
            keyed as (
                insert into intake.act_key (key, subject_id, act_id, request_sha256)
                select a.key, a.subject_id, a.act_id, sha256(convert_to(a.membership_id || ' ' || a.off_on, 'UTF8'))
                from act as a
            ),
            noted as (
                insert into intake.act (subject_id, act_id, act, key, acted_on, officer_code, payload, result, cluster_id)
                select a.subject_id, a.act_id, 'expire-membership', a.key, a.off_on, 'system',
                    jsonb_build_object('membership_id', a.membership_id),
                    jsonb_build_object('expired_on', a.off_on), (select intake.cluster_id())
                from act as a
            ),
            expired as (
                update lists.membership as m
                set expired_on = a.off_on, version_no = m.version_no + 1, act_id = a.act_id, known_at = now()
                from act as a
                where m.subject_id = a.subject_id and m.membership_id = a.membership_id
                returning m.*
            )
            insert into lists.membership_version (\(Membership.versionColumns))
            select \(Membership.versionColumns)
            from expired
            """)
    }
}
