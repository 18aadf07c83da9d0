import PQ

/// A stored run of the grades, on which a later one may build.
struct GradeRun: Sendable {
    let asOf: CivilDate
    let lastEventOn: CivilDate
    let policyStamp: String
    /// Units by grade; nil where units have been graded one by one since.
    let counts: [String: Int64]?
    let knownAt: Instant

    /// The run whose outcome, but for units graded one by one since, is what is stored up to the day: the newest that looked at all, unless an
    /// older one did so for a later day.
    static func standing(on day: CivilDate, on connection: isolated Connection) throws -> GradeRun? {
        let row = try connection.firstRow(
            """
            select newest.as_of, newest.last_event_on, newest.policy_stamp, newest.known_at,
                not exists (
                    select from lists.grade_run as r
                    where r.as_of <= \(day) and r.known_at >= newest.known_at and not r.is_complete
                ),
                coalesce((newest.grade_counts ->> 'A')::bigint, 0), coalesce((newest.grade_counts ->> 'B')::bigint, 0),
                coalesce((newest.grade_counts ->> 'C')::bigint, 0), coalesce((newest.grade_counts ->> 'D')::bigint, 0)
            from (
                select r.*
                from lists.grade_run as r
                where r.as_of <= \(day) and r.is_complete
                order by r.known_at desc, r.grade_run_id desc
                limit 1
            ) as newest
            where not exists (
                select from lists.grade_run as r
                where r.as_of <= \(day) and r.as_of > newest.as_of and r.is_complete
            )
            """,
            as: (CivilDate, CivilDate, String, Instant, Bool, Int64, Int64, Int64, Int64).self
        )
        return row.map { row in
            GradeRun(
                asOf: row.0, lastEventOn: row.1, policyStamp: row.2,
                counts: row.4 ? ["A": row.5, "B": row.6, "C": row.7, "D": row.8] : nil, knownAt: row.3)
        }
    }

    /// The units whose grade may differ from this run's; nil when only grading all of them can tell.
    ///
    /// The rules must be the same on both days, in their answers and in the functions that apply them, and must not look at what the set does not
    /// follow: persons, the calendar, objections. A fact may have been told before this run and become visible after it, by as much as a
    /// transaction lasts: a day is allowed for that.
    func touched(
        by day: CivilDate, lastEventOn: CivilDate, stamp: String, on connection: isolated Connection
    ) throws -> [Int64]? {
        guard stamp == policyStamp, lastEventOn >= self.lastEventOn else { return nil }
        let isFollowed = try connection.value(
            """
            select law.policy_option('RD-13', \(day)) = 'a' and law.policy_option('RD-39', \(day)) = 'a'
                and not exists (select from law.moved_last_day())
                and not exists (
                    select from ops.applied_object as o
                    where o.applied_at > \(knownAt)::timestamptz and o.path ~ '^functions/(law|register|records|cases|lists)/'
                )
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
