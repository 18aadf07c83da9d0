import PQ

/// What `lists.subject_grade` says of each history, by its place among the histories.
func registerGrades(
    _ writer: HistoryWriter, _ question: GradeOracle.Question, on connection: isolated Connection
) throws -> [Int: GradeOracle.Answer] {
    let rows = try connection.rows(
        """
        select g.subject_id, g.grade::text, g.clause_codes, g.evidence_ids
        from lists.subject_grade(\(question.asOf.civilDate), \(HistoryWriter.knownAt(question))::timestamptz, \(question.lastEventOn?.civilDate)) as g
        where g.subject_id between \(writer.firstID) and \(writer.subjectID(of: writer.histories.count))
        """, as: (Int64, String, [String], [Int64]).self)
    return Dictionary(
        uniqueKeysWithValues: rows.map { id, grade, clauses, evidence in
            (
                writer.index(of: id),
                GradeOracle.Answer(
                    grade: grade, clauses: clauses, evidence: Set(evidence.map(writer.label)).sorted())
            )
        })
}

/// Makes the answers the bureau's policy from the first day of the plan, in place of any chosen before.
func choose(_ answers: Answers, on connection: isolated Connection) throws {
    try connection.execute(
        "delete from law.policy as p where p.reading_code = any (\(Answers.known.map(\.reading)))")
    for (reading, option) in answers.chosen { try choose(option, for: reading, on: connection) }
}

extension HistoryWriter {
    static func knownAt(_ question: GradeOracle.Question) -> String {
        question.knownAt.map { "\($0) 00:00:00+08" } ?? "infinity"
    }
}

extension Day {
    /// The same day as the register's library writes it.
    var civilDate: CivilDate { CivilDate(iso: description)! }
}
