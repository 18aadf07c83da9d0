import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// The trace of a grade and the yearly form, against the grades themselves.
@Suite struct GradeTraceTests {
    private static let histories = GradePropertyTests.histories(count: 150)

    /// The default ones, and two sets of others for RD-03 b and c each.
    private static let someAnswers: [Answers] = {
        var random = SeededGenerator(seed: GradePropertyTests.seed)
        var some = [Answers()]
        while some.count < 5 {
            let answers = Answers.random(using: &random)
            if answers["RD-03"] == (some.count < 3 ? "b" : "c") { some.append(answers) }
        }
        return some
    }()

    @Test func `the trace of every unit leads to its grade`() async throws {
        let differing = try await RegisterDatabase.shared.withRollback { connection in
            let writer = HistoryWriter(histories: Self.histories)
            try writer.write(on: connection)
            return try GradePropertyTests.questions.flatMap { question in
                try Self.someAnswers.flatMap { answers in
                    try choose(answers, on: connection)
                    let traced = try trace(writer, question, on: connection)
                    let grades = try registerGrades(writer, question, on: connection)
                    return writer.histories.indices.filter { index in
                        grades[index] != nil && grades[index] != traced[index]?.grade(joinedBy: answers["RD-03"])
                    }.map { "\(question), \(answers): \(grades[$0].short): \(writer.histories[$0])" }
                }
            }
        }
        for mismatch in differing.prefix(12) { Issue.record("\(mismatch)") }
        #expect(differing.count == 0)
    }

    @Test(arguments: [2023, 2024, 2025])
    func `the yearly form shows the grades of 1 January without its events`(_ year: Int) async throws {
        let question = GradeOracle.Question(asOf: Day(year + 1, 1, 1)!, lastEventOn: Day(year, 12, 31)!)
        let (form, grades) = try await RegisterDatabase.shared.withRollback { connection in
            let writer = HistoryWriter(histories: Self.histories)
            try writer.write(on: connection)
            try connection.execute(
                """
                insert into register.subject_identifier (subject_id, scheme, value)
                select g.id, 'credit_code', '91421321MA49K3C490'
                from unnest(\(writer.histories.indices.map { writer.subjectID(of: $0) })) as g (id)
                """)
            let form = try connection.rows(
                "select f.subject_id, f.grade::text from reports.statistics_form(\(Int32(year))) as f where f.subject_id >= \(writer.firstID)",
                as: (Int64, String).self)
            let grades = try registerGrades(writer, question, on: connection)
            return (form.map { (writer.index(of: $0.0), $0.1) }, grades)
        }
        #expect(form.count == grades.count && form.count > 50)
        for (index, grade) in form { #expect(grades[index]?.grade == grade) }
        let oracle = GradeOracle(question)
        for (index, history) in Self.histories.enumerated() { #expect(grades[index] == oracle.answer(history)) }
    }
}

/// What each clause says of each unit.
private func trace(
    _ writer: HistoryWriter, _ question: GradeOracle.Question, on connection: isolated Connection
) throws -> [Int: GradeTrace] {
    let rows = try connection.rows(
        """
        select s.id, t.clause_code, t.is_met, t.evidence_ids
        from unnest(\(writer.histories.indices.map { writer.subjectID(of: $0) })) as s (id)
        cross join lateral lists.grade_trace(s.id, \(question.asOf.civilDate), \(HistoryWriter.knownAt(question))::timestamptz,
            \(question.lastEventOn?.civilDate)) as t
        """, as: (Int64, String, Bool, [Int64]).self)
    return Dictionary(grouping: rows, by: { writer.index(of: $0.0) }).mapValues { clauses in
        GradeTrace(met: clauses.filter(\.2).map { ($0.1, $0.3.map(writer.label)) })
    }
}

/// The clauses that a unit meets, with their evidence.
private struct GradeTrace {
    let met: [(code: String, evidence: [String])]

    /// The grade that follows from them.
    func grade(joinedBy joining: String) -> GradeOracle.Answer {
        let merits = met.filter { ["A2", "A3", "A4"].contains($0.code) }
        let isClean = met.contains { $0.code == "A1" }
        let isA =
            switch joining {
            case "a": isClean && !merits.isEmpty
            case "b": isClean && merits.count == 3
            default: isClean || !merits.isEmpty
            }
        let listed = ["D", "C"].first { grade in met.contains { $0.code.hasPrefix(grade) } }
        let grade = listed ?? (isA ? "A" : "B")
        let grounds = met.filter { $0.code.hasPrefix(grade) }
        let codes = grounds.map(\.code).sorted()
        return GradeOracle.Answer(
            grade: grade, clauses: codes.isEmpty ? ["B0"] : codes, evidence: Set(grounds.flatMap(\.evidence)).sorted())
    }
}
