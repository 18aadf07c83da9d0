import PQ

extension GradeComputation {
    /// Grades one unit for the day in the transaction of the act that concerns it, and stores the grade where it differs.
    ///
    /// - Returns: the grade; nil for whom is not graded, such as a person (RD-36).
    static func regrade(_ subjectID: Int64, asOf day: CivilDate, on connection: isolated Connection) throws -> String? {
        try connection.values(
            """
            with graded as materialized (
                select g.subject_id, g.grade, g.clause_codes, g.evidence_ids
                from lists.subject_grade(\(day)) as g
                where g.subject_id = \(subjectID)
            ),
            stored as (
                select o.grade, o.clause_codes, o.evidence_ids
                from lists.grade as o
                where o.subject_id = \(subjectID) and o.as_of <= \(day)
                order by o.as_of desc, o.known_at desc
                limit 1
            ),
            change as materialized (
                select g.*
                from graded as g
                left join stored as o on true
                where (g.grade, g.clause_codes, g.evidence_ids) is distinct from (o.grade, o.clause_codes, o.evidence_ids)
            ),
            run as (
                insert into lists.grade_run (as_of, last_event_on, policy_stamp, subject_count, changed_count, grade_counts,
                    known_at)
                select \(day), \(day), coalesce(law.policy_stamp(\(day)), ''), 1, 1, jsonb_build_object(c.grade::text, 1), now()
                from change as c
                returning grade_run_id
            ),
            kept as (
                insert into lists.grade (subject_id, grade_run_id, as_of, grade, clause_codes, evidence_ids, known_at)
                select c.subject_id, r.grade_run_id, \(day), c.grade, c.clause_codes, c.evidence_ids, now()
                from change as c
                cross join run as r
            )
            select g.grade::text from graded as g
            """,
            as: String.self
        ).first
    }
}
