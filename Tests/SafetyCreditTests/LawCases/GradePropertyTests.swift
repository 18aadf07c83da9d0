import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// Random histories graded by the register in one statement for each question, and one by one by the oracle.
@Suite struct GradePropertyTests {
    static let seed = ProcessInfo.processInfo.environment["ANXIN_TEST_SEED"].flatMap(UInt64.init) ?? 20_230_809
    static let unitCount = 20_000

    /// The run for the form of 2025 (RD-06).
    static let yearly = GradeOracle.Question(asOf: day("2026-01-01"), lastEventOn: day("2025-12-31"))

    static let questions: [GradeOracle.Question] = [
        .init(asOf: day("2023-08-09")),
        .init(asOf: day("2024-01-01"), lastEventOn: day("2023-12-31"), knownAt: day("2024-01-05")),
        .init(asOf: day("2024-02-29")), .init(asOf: day("2025-02-28")),
        .init(asOf: day("2025-03-01"), knownAt: day("2025-02-28")),
        yearly, .init(asOf: day("2026-01-01")),
        .init(asOf: day("2026-10-05")),
        .init(asOf: day("2027-12-31"), knownAt: day("2026-06-30")),
        .init(asOf: day("2028-02-29"), lastEventOn: day("2027-10-01")),
    ]

    @Test func `the register grades as the oracle does`() async throws {
        print("grade property: seed \(Self.seed), \(Self.unitCount) units (ANXIN_TEST_SEED overrides the seed)")
        try await compare(count: Self.unitCount, Self.questions.map { (Answers(), $0) })
    }

    /// Each alternative alone, then many at once.
    @Test func `the register grades as the oracle does by other answers to the readings`() async throws {
        var random = SeededGenerator(seed: Self.seed)
        let single = try Answers.known.flatMap { reading, options in
            try options.dropFirst().map { (try Answers(notation: "\(reading)=\($0)"), Self.yearly) }
        }
        let many = (0..<12).map { _ in (Answers.random(using: &random), random.pick(Self.questions)) }
        try await compare(count: 5_000, single + many)
    }

    private func compare(count: Int, _ asked: [(Answers, GradeOracle.Question)]) async throws {
        let histories = Self.histories(count: count)
        let mismatches = try await RegisterDatabase.shared.withRollback { connection in
            let writer = HistoryWriter(histories: histories)
            try writer.write(on: connection)
            return try asked.flatMap { answers, question in
                try choose(answers, on: connection)
                try expectReplay(question, answers, on: connection)
                return try disagreements(writer, question, answers, on: connection)
            }
        }
        for mismatch in mismatches.prefix(12) { Issue.record("\(mismatch)") }
        #expect(mismatches.count == 0, "grades differ, seed \(Self.seed)")
    }

    @Test func `random histories reach every grade on every day asked about`() {
        let histories = Self.histories(count: 2_000)
        let grades = Self.questions.map { question in
            Set(histories.compactMap { GradeOracle(question).answer($0)?.grade })
        }
        #expect(grades.allSatisfy { $0 == ["A", "B", "C", "D"] })
    }

    /// An alternative that moved nobody would be compared in vain.
    @Test func `each alternative moves some of the random histories`() throws {
        let histories = Self.histories(count: 2_000)
        for (reading, options) in Answers.known {
            for option in options.dropFirst() {
                let answers = try Answers(notation: "\(reading)=\(option)")
                let moved = Self.questions.contains { question in
                    histories.indices.contains { index in
                        let principals = Self.principals(of: index, among: histories)
                        return GradeOracle(question).answer(histories[index], principals)
                            != GradeOracle(question, answers).answer(histories[index], principals)
                    }
                }
                #expect(moved, "\(answers)")
            }
        }
    }

    @Test func `a history printed and read again is the same`() throws {
        for history in Self.histories(count: 500) {
            #expect(try UnitHistory(notation: history.description) == history)
        }
    }

    static func histories(count: Int) -> [UnitHistory] {
        var generator = HistoryGenerator(seed: seed, questions: questions)
        var histories: [UnitHistory] = []
        for _ in 0..<count { histories.append(generator.history(after: histories.last)) }
        return histories
    }

    /// The person after a unit, where it was ever its principal.
    static func principals(of index: Int, among histories: [UnitHistory]) -> [UnitHistory] {
        histories[(index + 1)...].prefix(1).filter { !$0.principalships.isEmpty }
    }

    private static func day(_ iso: String) -> Day { Day(iso: iso)! }
}

/// One unit on which the register and the oracle disagree.
struct GradeMismatch: CustomStringConvertible {
    let question: GradeOracle.Question
    let answers: Answers
    let register: GradeOracle.Answer?
    let oracle: GradeOracle.Answer?
    let histories: [UnitHistory]

    var description: String {
        """
        \(question), \(answers): register \(register?.description ?? "none"), oracle \(oracle?.description ?? "none")
          \(histories.map(\.description).joined(separator: " || "))
        """
    }
}

private func disagreements(
    _ writer: HistoryWriter, _ question: GradeOracle.Question, _ answers: Answers, on connection: isolated Connection
) throws -> [GradeMismatch] {
    let grades = try registerGrades(writer, question, on: connection)
    let oracle = GradeOracle(question, answers)
    return writer.histories.indices.compactMap { index in
        let principals = GradePropertyTests.principals(of: index, among: writer.histories)
        let (register, told) = (grades[index], oracle.answer(writer.histories[index], principals))
        guard register != told else { return nil }
        return GradeMismatch(
            question: question, answers: answers, register: register, oracle: told,
            histories: [writer.histories[index]] + principals)
    }
}

/// The stored trace of a grade leads to it again, whatever the answers were.
private func expectReplay(
    _ question: GradeOracle.Question, _ answers: Answers, on connection: isolated Connection
) throws {
    let differing = try connection.value(
        """
        select count(*)
        from lists.subject_grade(\(question.asOf.civilDate), \(HistoryWriter.knownAt(question))::timestamptz, \(question.lastEventOn?.civilDate)) as g
        left join lists.findings(null, \(question.asOf.civilDate), \(HistoryWriter.knownAt(question))::timestamptz, \(question.lastEventOn?.civilDate)) as f
            on f.subject_id = g.subject_id
        where lists.replayed_grade(\(answers["RD-03"]), coalesce(f.findings, '{}')) <> g.grade
        """, as: Int64.self)
    #expect(differing == 0, "\(question), \(answers): traces that lead to other grades")
}
