import PQ

extension GradeComputation {
    /// Grades one unit for the day in the transaction of the act that concerns it, and stores the grade where it differs.
    ///
    /// - Returns: the grade; nil for whom is not graded, such as a person (RD-36).
    static func regrade(_ subjectID: Int64, asOf day: CivilDate, on connection: isolated Connection) throws -> String? {
        let changed = try findChanges(among: [subjectID], day, day, on: connection)
        if changed > 0 {
            let runID = try connection.value(
                """
                insert into lists.grade_run (as_of, last_event_on, policy_stamp, subject_count, changed_count, grade_counts,
                    is_complete, known_at)
                select \(day), \(day), coalesce(law.policy_stamp(\(day)), ''), 1, 1,
                    jsonb_build_object(coalesce(c.grade::text, '-'), 1), false, now()
                from pg_temp.change as c
                returning grade_run_id
                """,
                as: Int64.self)
            try storeChanges(changed, of: runID, day, day, on: connection)
        }
        return try connection.values(
            "select g.grade::text from lists.stored_grade(array[\(subjectID)], \(day)) as g where g.grade is not null",
            as: String.self
        ).first
    }
}
