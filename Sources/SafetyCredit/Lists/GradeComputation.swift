public import PQ

/// One computation of the grades of all units for a day, of which only the changes are stored.
public struct GradeComputation: Sendable {
    public let runID: Int64
    public let subjectCount: Int
    public let changedCount: Int
    /// Units by grade.
    public let counts: [String: Int64]
    public let policyStamp: String

    /// Grades every unit for the day and stores each grade that differs, in grade or reasons, from the one stored before it.
    ///
    /// - Parameter lastEventOn: last day whose events count; nil: the day itself. The yearly run passes 31 December (RD-06).
    /// - Throws: `PQError`; with SQLSTATE AX001 when no parameter is in force on the day.
    public static func compute(
        asOf day: CivilDate, lastEventOn: CivilDate? = nil, on connection: isolated Connection
    ) throws -> GradeComputation {
        try connection.transaction { connection in
            try connection.script(
                "create temporary table graded (subject_id bigint primary key, grade law.grade not null, clause_codes text[] not null, evidence_ids bigint[] not null) on commit drop"
            )
            let subjectCount = try connection.execute(
                """
                insert into graded (subject_id, grade, clause_codes, evidence_ids)
                select g.subject_id, g.grade, g.clause_codes, g.evidence_ids
                from lists.subject_grade(\(day), 'infinity', \(lastEventOn)) as g
                """
            )
            let stamp = try connection.value("select coalesce(law.policy_stamp(\(day)), '')", as: String.self)
            let runID = try connection.value("select nextval('ops.register_id')", as: Int64.self)
            let counts = try connection.rows(
                "select g.grade::text, count(*) from graded as g group by g.grade order by g.grade",
                as: (String, Int64).self)
            let gradeCounts = JSONValue.object(Dictionary(uniqueKeysWithValues: counts.map { ($0.0, .integer($0.1)) }))
            // One statement finds the changes once, and stores the run beside them.
            let changed = try connection.execute(
                "with change as materialized (" + changes(asOf: day)
                    + """
                    ),
                    run as (
                        insert into lists.grade_run (grade_run_id, as_of, last_event_on, policy_stamp, subject_count,
                            changed_count, grade_counts, known_at)
                        select \(runID), \(day), coalesce(\(lastEventOn)::date, \(day)), \(stamp), \(Int32(subjectCount)),
                            (select count(*) from change), \(gradeCounts.canonicalText), now()
                    )
                    insert into lists.grade (subject_id, grade_run_id, as_of, grade, clause_codes, evidence_ids, known_at)
                    select c.subject_id, \(runID), \(day), c.grade, c.clause_codes, c.evidence_ids, now()
                    from change as c
                    """)
            return GradeComputation(
                runID: runID, subjectCount: subjectCount, changedCount: changed,
                counts: Dictionary(uniqueKeysWithValues: counts), policyStamp: stamp)
        }
    }

    /// Units whose grade or reasons differ from what is stored up to the day; a unit graded no more has grade null.
    private static func changes(asOf day: CivilDate) -> Statement {
        """
        select coalesce(n.subject_id, o.subject_id) as subject_id, n.grade, coalesce(n.clause_codes, '{}') as clause_codes,
            coalesce(n.evidence_ids, '{}') as evidence_ids
        from graded as n
        full join (
            select distinct on (g.subject_id) g.subject_id, g.grade, g.clause_codes, g.evidence_ids
            from lists.grade as g
            where g.as_of <= \(day)
            order by g.subject_id, g.as_of desc, g.known_at desc
        ) as o on o.subject_id = n.subject_id
        where (n.grade, n.clause_codes, n.evidence_ids) is distinct from (o.grade, o.clause_codes, o.evidence_ids)
            and not (n.subject_id is null and o.grade is null)
        """
    }
}
