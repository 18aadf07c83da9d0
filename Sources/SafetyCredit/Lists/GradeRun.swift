import PQ

/// A stored run of the grades, on which a later one may build.
struct GradeRun: Sendable {
    let asOf: CivilDate
    let lastEventOn: CivilDate
    let policyStamp: String
    let counts: [String: Int64]
    let subjectCount: Int64
    let knownAt: Instant

    /// The run whose outcome is what is stored up to the day: the newest, unless an older one looked at a later day.
    static func standing(on day: CivilDate, on connection: isolated Connection) throws -> GradeRun? {
        let row = try connection.firstRow(
            """
            select newest.as_of, newest.last_event_on, newest.policy_stamp, newest.subject_count, newest.known_at,
                coalesce((newest.grade_counts ->> 'A')::bigint, 0), coalesce((newest.grade_counts ->> 'B')::bigint, 0),
                coalesce((newest.grade_counts ->> 'C')::bigint, 0), coalesce((newest.grade_counts ->> 'D')::bigint, 0)
            from (
                select r.*
                from lists.grade_run as r
                where r.as_of <= \(day)
                order by r.known_at desc, r.grade_run_id desc
                limit 1
            ) as newest
            where not exists (
                select from lists.grade_run as r
                where r.as_of <= \(day) and r.as_of > newest.as_of
            )
            """,
            as: (CivilDate, CivilDate, String, Int32, Instant, Int64, Int64, Int64, Int64).self
        )
        return row.map { row in
            GradeRun(
                asOf: row.0, lastEventOn: row.1, policyStamp: row.2,
                counts: ["A": row.5, "B": row.6, "C": row.7, "D": row.8], subjectCount: Int64(row.3), knownAt: row.4)
        }
    }

    /// The units whose grade may differ from this run's; nil when only grading all of them can tell.
    ///
    /// The rules must be the same on both days, and must not look at what the set does not follow: persons, the calendar, objections. A fact may
    /// have been told before this run and become visible after it, by as much as a transaction lasts: a day is allowed for that.
    func touched(
        by day: CivilDate, lastEventOn: CivilDate, stamp: String, on connection: isolated Connection
    ) throws -> [Int64]? {
        guard stamp == policyStamp, lastEventOn >= self.lastEventOn else { return nil }
        let isFollowed = try connection.value(
            """
            select law.policy_option('RD-13', \(day)) = 'a' and law.policy_option('RD-30', \(day)) = 'a'
                and law.policy_option('RD-39', \(day)) = 'a'
            """,
            as: Bool.self)
        guard isFollowed else { return nil }
        return try connection.values(
            """
            select t.subject_id
            from lists.touched_subject(\(knownAt)::timestamptz - interval '1 day', \(asOf), \(self.lastEventOn), \(day), \(lastEventOn)) as t
            """,
            as: Int64.self)
    }
}
