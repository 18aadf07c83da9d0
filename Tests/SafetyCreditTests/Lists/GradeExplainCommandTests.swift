import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("anxin grade explain", .serialized, .enabled(if: AnxinCommand.isBuilt, "the command is not built"))
struct GradeExplainCommandTests {
    /// A unit with a certificate, a penalty of another field, and a penalised neighbour.
    private func explain(
        _ arguments: [String], of code: String = CreditCodes.code(1)
    ) async throws -> (status: Int32, output: String) {
        try await RegisterDatabase.shared.withClone { options in
            let connection = try await Connection.connect(options)
            try await connection.transaction { connection in
                let unit = try RecordedFacts.unit(1, connection)
                try RecordedFacts.certificate(of: unit, connection)
                try RecordedFacts.penalty(
                    "随市监罚〔2024〕7号", on: unit, decidedOn: "2024-05-06", agency: nil, isSafety: false, connection)
                let neighbour = try RecordedFacts.unit(2, connection)
                let penalty = try RecordedFacts.penalty("罚2", on: neighbour, decidedOn: "2025-07-02", connection)
                try RecordedFacts.membership(
                    of: neighbour, in: "penalised", clause: "C1", since: "2025-07-02", foundedOn: penalty, connection)
            }
            await connection.close()
            return try await AnxinCommand.run(["grade", "explain", code] + arguments, options)
        }
    }

    @Test("It says what alone keeps a unit from a better grade, and until when")
    func nearMiss() async throws {
        let run = try await explain(["--as-of", "2026-06-01"])
        #expect(run.status == 0)
        #expect(run.output.contains("A级仅因第1项未满足，至 2029-05-06"), "\(run.output)")
        let neighbour = try await explain(["--as-of", "2026-06-01"], of: CreditCodes.code(2))
        #expect(neighbour.output.contains("若不在名单（C1）则为B级"), "\(neighbour.output)")
    }

    @Test("Its picture fits 80 cells, shows the day asked about, and is plain when piped")
    func timeline() async throws {
        let run = try await explain(["--as-of", "2026-06-01"])
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("时间轴") })
        let picture = lines[start...].filter { !$0.isEmpty }
        #expect(picture.count == 4, "an axis, two records and the legend")
        #expect(picture.allSatisfy { TextWidth.of($0) <= 80 })
        let bars = picture.dropFirst().prefix(2)
        #expect(bars.allSatisfy { $0.contains("o=") && $0.contains("=|-") })
        #expect(bars.map { String($0.suffix(10)) } == ["2029-05-06", "2026-12-31"])
        let columns = bars.map { bar in TextWidth.of(String(bar.prefix { $0 != "|" })) }
        #expect(Set(columns).count == 1, "one day, one column")
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test("For machines it gives the windows and the near miss")
    func json() async throws {
        let run = try await explain(["--as-of", "2026-06-01", "--format", "json"])
        let members = try #require(try JSONValue(parsing: run.output).members)
        let miss = members["near_miss"]?.members ?? [:]
        #expect(miss["grade"]?.text == "A")
        #expect(miss["until_on"]?.text == "2029-05-06")
        guard case .array(let windows)? = members["windows"] else {
            Issue.record("no windows: \(run.output)")
            return
        }
        #expect(windows.map { $0.members?["clause_code"]?.text } == ["A1", "A2"])
        #expect(windows.map { $0.members?["since_on"]?.text } == ["2024-05-06", "2024-01-01"])
        #expect(windows.map { $0.members?["until_on"]?.text } == ["2029-05-06", "2026-12-31"])
    }

    @Test("A day before the plan has no rules, and it says so instead of guessing")
    func beforeThePlan() async throws {
        let run = try await explain(["--as-of", "2023-08-08"])
        #expect(run.status != 0)
        #expect(run.output.contains("2023-08-09"))
    }
}
