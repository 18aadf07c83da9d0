public import PQ

/// One computation of the grades of all units for a day, of which only the changes are stored.
public struct GradeComputation: Sendable {
    /// Which units are looked at.
    public enum Scope: Sendable {
        /// Those that can have changed since the run before, where that can be told; else every unit.
        case touched
        case everyUnit
    }

    public let runID: Int64
    public let subjectCount: Int
    public let changedCount: Int
    /// Units looked at; nil: every one.
    public let touchedCount: Int?
    /// Units by grade.
    public let counts: [String: Int64]
    public let policyStamp: String

    /// Grades the units for the day and stores each grade that differs, in grade or reasons, from the one stored before it, with its trace.
    ///
    /// - Parameter lastEventOn: last day whose events count; nil: the day itself. The yearly run passes 31 December (RD-06).
    /// - Throws: `PQError`; with SQLSTATE AX001 when no parameter is in force on the day.
    public static func compute(
        asOf day: CivilDate, lastEventOn: CivilDate? = nil, scope: Scope = .touched, on connection: isolated Connection
    ) throws -> GradeComputation {
        try connection.transaction { connection in
            let lastEventOn = min(lastEventOn ?? day, day)
            let stamp = try connection.value("select coalesce(law.policy_stamp(\(day)), '')", as: String.self)
            let standing = try GradeRun.standing(on: day, on: connection)
            let touched =
                scope == .everyUnit
                ? nil : try standing?.touched(by: day, lastEventOn: lastEventOn, stamp: stamp, on: connection)
            let candidates =
                if let touched, touched.count <= mostLookedUp {
                    touched
                } else {
                    try suspects(on: day, lastEventOn: lastEventOn, on: connection)
                }
            let changed =
                candidates?.isEmpty == true ? 0 : try findChanges(among: candidates, day, lastEventOn, on: connection)
            var counts = try standing?.counts ?? countStored(on: day, on: connection)
            if changed > 0 { try follow(&counts, on: connection) }
            counts = counts.filter { $0.value != 0 }
            let subjectCount = counts.values.reduce(0, +)
            let runID = try connection.value("select nextval('ops.register_id')", as: Int64.self)
            let gradeCounts = JSONValue.object(counts.mapValues { .integer($0) })
            try connection.execute(
                """
                insert into lists.grade_run (grade_run_id, as_of, last_event_on, policy_stamp, subject_count, changed_count,
                    grade_counts, known_at)
                values (\(runID), \(day), \(lastEventOn), \(stamp), \(Int32(subjectCount)), \(Int32(changed)),
                    \(gradeCounts.canonicalText), now())
                """
            )
            try storeChanges(changed, of: runID, day, lastEventOn, on: connection)
            return GradeComputation(
                runID: runID, subjectCount: Int(subjectCount), changedCount: changed, touchedCount: touched?.count,
                counts: counts, policyStamp: stamp)
        }
    }

    /// So many units are faster looked up one by one, in every table, than found in a pass over all of them.
    private static let mostLookedUp = 20_000

    /// The units whose grade may differ from what is stored up to the day, found in one pass over all records; nil when they are so many that
    /// looking closely at every unit is faster.
    static func suspects(
        on day: CivilDate, lastEventOn: CivilDate, on connection: isolated Connection
    ) throws -> [Int64]? {
        let isAnyStored = try connection.value(
            "select exists (select from lists.grade_run as r where r.as_of <= \(day))", as: Bool.self)
        guard isAnyStored else { return nil }
        let suspects = try connection.values(
            "select s.subject_id from lists.suspect_grade(\(day), \(lastEventOn)) as s", as: Int64.self)
        return suspects.count > mostLookedUp ? nil : suspects
    }

    /// Puts into `pg_temp.change` each unit whose grade or reasons differ from what is stored up to the day; one graded no more has grade null.
    static func findChanges(
        among subjects: [Int64]?, _ day: CivilDate, _ lastEventOn: CivilDate, on connection: isolated Connection
    ) throws -> Int {
        try connection.script(
            """
            drop table if exists pg_temp.change;
            create temporary table change (subject_id bigint, grade law.grade, clause_codes text[], evidence_ids bigint[],
                was_grade law.grade, was_clause_codes text[]) on commit drop
            """)
        return try connection.execute(
            """
            insert into pg_temp.change (subject_id, grade, clause_codes, evidence_ids, was_grade, was_clause_codes)
            select c.subject_id, c.grade, c.clause_codes, c.evidence_ids, c.was_grade, c.was_clause_codes
            from lists.changed_grade(\(subjects), \(day), \(lastEventOn)) as c
            """)
    }

    /// Units by grade as they are stored.
    private static func countStored(on day: CivilDate, on connection: isolated Connection) throws -> [String: Int64] {
        let rows = try connection.rows(
            """
            select o.grade::text, count(*)
            from lists.stored_grade(null, \(day)) as o
            where o.grade is not null
            group by o.grade
            """,
            as: (String, Int64).self)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.1) })
    }

    /// Counts the changes in.
    private static func follow(_ counts: inout [String: Int64], on connection: isolated Connection) throws {
        let moves = try connection.rows(
            """
            select m.grade::text, sum(m.step)
            from (
                select c.grade, 1 as step from pg_temp.change as c
                union all
                select c.was_grade, -1 from pg_temp.change as c
            ) as m
            where m.grade is not null
            group by m.grade
            """,
            as: (String, Int64).self)
        for (grade, step) in moves { counts[grade, default: 0] += step }
    }

    /// Stores the changes, each with its trace and the better grade it narrowly misses.
    static func storeChanges(
        _ count: Int, of runID: Int64, _ day: CivilDate, _ lastEventOn: CivilDate, on connection: isolated Connection
    ) throws {
        guard count > 0 else { return }
        let subjects =
            count > mostLookedUp
            ? nil : try connection.values("select c.subject_id from pg_temp.change as c", as: Int64.self)
        try connection.execute(
            """
            insert into lists.grade (subject_id, grade_run_id, as_of, grade, clause_codes, evidence_ids, findings, near_miss, known_at)
            select c.subject_id, \(runID), \(day), c.grade, c.clause_codes, c.evidence_ids,
                case when c.grade is null then '{}' else coalesce(t.findings, '{}') end,
                case when c.grade is not null
                    then lists.near_miss((select law.policy_option('RD-03', \(day))), coalesce(t.findings, '{}')) end,
                now()
            from pg_temp.change as c
            left join lists.findings(\(subjects), \(day), 'infinity', \(lastEventOn)) as t on t.subject_id = c.subject_id
            """)
    }
}
