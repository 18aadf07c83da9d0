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
        .init(asOf: day("2027-12-31"), knownAt: day("2026-06-30")),
        .init(asOf: day("2028-02-29"), lastEventOn: day("2027-10-01")),
    ]

    @Test func `the register grades as the oracle does`() async throws {
        print("grade property: seed \(Self.seed), \(Self.unitCount) units (ANXIN_TEST_SEED overrides the seed)")
        let histories = Self.histories(count: Self.unitCount)
        let mismatches = try await RegisterDatabase.shared.withRollback { connection in
            let writer = HistoryWriter(histories: histories)
            try writer.write(on: connection)
            return try GradeOracle.Joining.allCases.flatMap { joining in
                try choose(joining, on: connection)
                return try (joining == .a ? Self.questions : [Self.yearly]).flatMap { question in
                    try compare(writer, question, joining, on: connection)
                }
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

    private static func day(_ iso: String) -> Day { Day(iso: iso)! }
}

/// One unit on which the register and the oracle disagree.
struct GradeMismatch: CustomStringConvertible {
    let question: GradeOracle.Question
    let joining: GradeOracle.Joining
    let register: GradeOracle.Answer?
    let oracle: GradeOracle.Answer?
    let history: UnitHistory

    var description: String {
        """
        \(question), RD-03 \(joining): register \(register?.description ?? "none"), oracle \(oracle?.description ?? "none")
          \(history)
        """
    }
}

private func compare(
    _ writer: HistoryWriter, _ question: GradeOracle.Question, _ joining: GradeOracle.Joining,
    on connection: isolated Connection
) throws -> [GradeMismatch] {
    let answers = try registerGrades(writer, question, on: connection)
    let oracle = GradeOracle(question, joining: joining)
    return writer.histories.enumerated().compactMap { index, history in
        let (register, oracle) = (answers[index], oracle.answer(history))
        guard register != oracle else { return nil }
        return GradeMismatch(question: question, joining: joining, register: register, oracle: oracle, history: history)
    }
}
