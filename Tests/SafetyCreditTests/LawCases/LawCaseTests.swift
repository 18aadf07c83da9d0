import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// The cases of the files beside this one, asked of the register.
@Suite struct LawCaseTests {
    @Test(arguments: LawCaseFile.rows("grades"))
    func `a unit has the grade its facts give`(_ row: LawCaseFile.Row) async throws {
        #expect(try await LawCaseAnswers.grades.value[row.name] == row.expectedAnswer, "\(row["facts"] ?? "")")
    }

    /// The oracle is held to the same cases, so that it cannot share an error with the register unseen.
    @Test(arguments: LawCaseFile.rows("grades"))
    func `the oracle gives the grade of the case`(_ row: LawCaseFile.Row) throws {
        let oracle = GradeOracle(try row.question(), try row.answers())
        let histories = try row.histories()
        let answer = oracle.answer(try #require(histories.first), Array(histories.dropFirst()))
        #expect(answer.short == row.expectedAnswer, "\(row["facts"] ?? "")")
    }

    @Test(arguments: LawCaseFile.rows("working-days"))
    func `a term of working days ends on its day`(_ row: LawCaseFile.Row) async throws {
        let expected = [row["expected"] ?? "?", row["provisional"] ?? ""].joined(separator: " ")
        #expect(try await LawCaseAnswers.dueDates.value[row.name] == expected)
    }

    @Test(arguments: LawCaseFile.rows("management-periods"))
    func `a membership ends and may be shortened on its days`(_ row: LawCaseFile.Row) async throws {
        let expected = "\(row["last_day"] ?? "?") \(row["removal_from"] ?? "?")"
        #expect(try await LawCaseAnswers.periods.value[row.name] == expected, "\(row["facts"] ?? "")")
    }

    @Test(arguments: LawCaseFile.rows("refused-facts"))
    func `a fact that cannot be is refused`(_ row: LawCaseFile.Row) async throws {
        let writer = HistoryWriter(histories: try row.histories())
        let error = await #expect(throws: PQError.self) {
            try await RegisterDatabase.shared.withRollback { connection in try writer.write(on: connection) }
        }
        #expect((error?.constraint ?? error?.sqlState?.rawValue) == row["refused_by"])
    }

    /// Also for a register without a single record, where no clause would need its number.
    @Test(arguments: ["business", "penalty 2023-01-10 safety; accident 2023-02-01 deaths=1 open"])
    func `before the plan no day has a grade`(_ notation: String) async throws {
        let writer = HistoryWriter(histories: [try UnitHistory(notation: notation)])
        let days = ["2023-08-08", "2023-08-09"].map { GradeOracle.Question(asOf: Day(iso: $0)!) }
        let error = await #expect(throws: PQError.self) {
            try await RegisterDatabase.shared.withRollback { connection in
                try writer.write(on: connection)
                return try registerGrades(writer, days[0], on: connection)
            }
        }
        #expect(error?.sqlState == "AX001")
        let traced = await #expect(throws: PQError.self) {
            try await RegisterDatabase.shared.withRollback { connection in
                try writer.write(on: connection)
                return try connection.values(
                    "select t.clause_code from lists.grade_trace(\(writer.subjectID(of: 0)), '2023-08-08') as t",
                    as: String.self)
            }
        }
        #expect(traced?.sqlState == "AX001")
        let grades = try await RegisterDatabase.shared.withRollback { connection in
            try writer.write(on: connection)
            return try registerGrades(writer, days[1], on: connection)
        }
        #expect(grades.count == 1)
    }

    @Test(arguments: [
        "", " ; ", "penalty safety", "penalty 2025-02-29 safety", "penalty 2025-02-28",
        "penalty 2025-02-28 safety annuled=2025-03-01",
        "accident 2025-01-01 deaths=one open", "certification level=2 from=2025-01-01", "gift 2025-01-01",
        "honour 2025-01-01 commendation village", "penalty 2025-1-1 safety",
    ])
    func `an unreadable fact is an error`(_ notation: String) {
        #expect(throws: FactNotation.Fault.self) { try UnitHistory(notation: notation) }
    }
}
