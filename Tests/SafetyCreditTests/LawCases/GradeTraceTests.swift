import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// The trace of a grade and the yearly form, against the grades themselves.
@Suite struct GradeTraceTests {
    private static let histories = GradePropertyTests.histories(count: 300)

    @Test(arguments: GradeOracle.Joining.allCases)
    func `the trace of every unit leads to its grade`(_ joining: GradeOracle.Joining) async throws {
        let differing = try await RegisterDatabase.shared.withRollback { connection in
            let writer = HistoryWriter(histories: Self.histories)
            try writer.write(on: connection)
            try choose(joining, on: connection)
            return try GradePropertyTests.questions.flatMap { question in
                let grades = try registerGrades(writer, question, on: connection)
                let traced = try trace(writer, question, joining, on: connection)
                return writer.histories.indices.filter { grades[$0] != nil && grades[$0] != traced[$0] }.map { index in
                    "\(question): \(grades[index].short), trace \(traced[index].short): \(writer.histories[index])"
                }
            }
        }
        #expect(differing.isEmpty)
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
                "select f.subject_id, f.grade::text from reports.statistics_form(\(Int32(year))) as f where f.subject_id >= \(HistoryWriter.firstID)",
                as: (Int64, String).self)
            return (form, try registerGrades(writer, question, on: connection))
        }
        #expect(form.count == grades.count && form.count > 100)
        for (id, grade) in form {
            #expect(grades[Int((id - HistoryWriter.firstID) / 1_000)]?.grade == grade)
        }
        let oracle = GradeOracle(question)
        for (index, history) in Self.histories.enumerated() { #expect(grades[index] == oracle.answer(history)) }
    }
}

/// The grade that follows from what each clause says of each unit.
private func trace(
    _ writer: HistoryWriter, _ question: GradeOracle.Question, _ joining: GradeOracle.Joining,
    on connection: isolated Connection
) throws -> [Int: GradeOracle.Answer] {
    let rows = try connection.rows(
        """
        select s.id, t.clause_code, t.is_met, t.evidence_ids
        from unnest(\(writer.histories.indices.map { writer.subjectID(of: $0) })) as s (id)
        cross join lateral lists.grade_trace(s.id, \(question.asOf.civilDate), \(HistoryWriter.knownAt(question))::timestamptz,
            \(question.lastEventOn?.civilDate)) as t
        """, as: (Int64, String, Bool, [Int64]).self)
    return Dictionary(grouping: rows, by: { writer.index(of: $0.0) }).mapValues { clauses in
        let met = clauses.filter(\.2).map { (code: $0.1, evidence: $0.3.map(writer.label)) }
        let merits = met.filter { ["A2", "A3", "A4"].contains($0.code) }
        let isClean = met.contains { $0.code == "A1" }
        let isA =
            switch joining {
            case .a: isClean && !merits.isEmpty
            case .b: isClean && merits.count == 3
            case .c: isClean || !merits.isEmpty
            }
        let grounds: (String, [(code: String, evidence: [String])])
        if met.contains(where: { $0.code.hasPrefix("D") }) {
            grounds = ("D", met.filter { $0.code.hasPrefix("D") })
        } else if met.contains(where: { $0.code == "C1" }) {
            grounds = ("C", met.filter { $0.code == "C1" })
        } else if isA {
            grounds = ("A", met.filter { $0.code.hasPrefix("A") })
        } else {
            grounds = ("B", met.filter { $0.code.hasPrefix("B") })
        }
        let codes = grounds.1.map(\.code).sorted()
        return GradeOracle.Answer(
            grade: grounds.0, clauses: codes.isEmpty ? ["B0"] : codes,
            evidence: Set(grounds.1.flatMap(\.evidence)).sorted())
    }
}
