import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A trial of changed rules") struct PolicyTrialTests {
    private let day = CivilDate(iso: "2026-06-01")!

    private func rule(
        _ kind: PolicyRule.Kind, _ code: String, _ value: String, unit: ParameterUnit? = nil, row: Int = 2
    )
        -> PolicyRule
    {
        PolicyRule(
            rowNumber: row, kind: kind, code: code, validFrom: CivilDate(iso: "2026-01-01")!, value: value, unit: unit)
    }

    @Test("It tells who moves and by which clause, and leaves no row behind")
    func moves() async throws {
        let writer = HistoryWriter(histories: [
            try UnitHistory(notation: "honour 2020-03-01 commendation city"), try UnitHistory(notation: "business"),
        ])
        let rules = [rule(.policy, "RD-10", "b")]
        try await RegisterDatabase.shared.withRollback { connection in
            try writer.write(on: connection)
            let before = try WholeRegister.digests(connection)
            let trial = try PolicyTrial.run(rules, asOf: day, on: connection)
            #expect(trial.matrix == ["B→A": 1, "B→B": 1])
            #expect(trial.moves.map(\.clausesAfter) == [["A1", "A4"]])
            #expect(trial.stampBefore != trial.stampAfter)
            #expect(try WholeRegister.digests(connection) == before)
        }
    }

    @Test("It tells the same whether the grades before are stored or not, and when facts were told since")
    func stored() async throws {
        let rules = [rule(.policy, "RD-03", "c"), rule(.policy, "RD-05", "b"), rule(.parameter, "a4-months", "6")]
        try await RegisterDatabase.shared.withRollback { connection in
            try HistoryWriter(histories: GradePropertyTests.histories(count: 800)).write(on: connection)
            let fresh = try PolicyTrial.run(rules, asOf: day, on: connection)
            _ = try GradeComputation.compute(asOf: CivilDate(iso: "2026-05-01")!, on: connection)
            let onStored = try PolicyTrial.run(rules, asOf: day, on: connection)
            #expect(onStored.matrix == fresh.matrix)
            #expect(onStored.moves.map(\.clausesAfter) == fresh.moves.map(\.clausesAfter))
            #expect(Set(fresh.matrix.keys).isSuperset(of: ["B→A", "C→B", "A→A"]))
            #expect(fresh.matrix.values.reduce(0, +) > 550)
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(on: "2026-05-20", published: "2026-05-21", recordedOn: "2026-05-22", connection)
            let since = try PolicyTrial.run(rules, asOf: day, on: connection)
            #expect(since.matrix["C→C"] == (fresh.matrix["C→C"] ?? 0) + 1)
        }
    }

    @Test("A parameter can be tried too")
    func parameter() async throws {
        let writer = HistoryWriter(histories: [
            try UnitHistory(notation: "penalty 2023-01-10 other-field; honour 2026-03-01 commendation city")
        ])
        let rules = [rule(.parameter, "a1-penalty-months", "36", unit: .month)]
        try await RegisterDatabase.shared.withRollback { connection in
            try writer.write(on: connection)
            #expect(try PolicyTrial.run(rules, asOf: day, on: connection).matrix == ["B→A": 1])
        }
    }

    @Test("Faulty rules are refused all at once, by row")
    func faults() async throws {
        let rules = [
            rule(.policy, "RD-99", "b", row: 2), rule(.policy, "RD-03", "z", row: 3),
            rule(.parameter, "no-such-term", "1", row: 4), rule(.parameter, "a4-months", "-1", row: 5),
            rule(.parameter, "b1-penalty-months", "6", unit: .workingDay, row: 6),
            rule(.policy, "RD-10", "b", row: 7), rule(.policy, "RD-10", "a", row: 8),
            rule(.policy, "RD-19", "a", row: 9), rule(.policy, "A1", "b", row: 10),
        ]
        let error = await #expect(throws: PolicyFaults.self) {
            try await RegisterDatabase.shared.withRollback { connection in
                try PolicyTrial.run(rules, asOf: day, on: connection)
            }
        }
        #expect(
            error?.faults.map { "\($0.rowNumber) \($0.reason.rawValue)" } == [
                "2 unknown-reading", "3 unknown-option", "4 unknown-parameter", "5 no-number", "6 other-unit",
                "8 overlaps", "9 unknown-reading", "10 unknown-reading",
            ])
    }
}
