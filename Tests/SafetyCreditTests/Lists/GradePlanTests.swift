import Foundation
import PQ
import PQTesting
import Synchronization
import Testing

@testable import SafetyCredit

/// On the register that the benchmark fills, of 5,000 units.
@Suite("The plans of the statements that grade", .serialized) struct GradePlanTests {
    private static let tables = ["subject_version", "penalty", "accident", "certification", "honour", "grade"]

    @Test("A look at every unit merges all records in the order of their keys; a look at a few finds theirs by key")
    func plans() async throws {
        try await RegisterDatabase.shared.withClone { options in
            try await Self.fill(options)
            let every = try await plans(options) { connection in
                _ = try GradeComputation.suspects(on: Self.day, lastEventOn: Self.day, on: connection)
            }
            let pass = try #require(every.first { $0.contains("Merge Append") }, "\(every)")
            #expect(pass.contains("Merge Full Join") && !pass.contains("HashAggregate"), "\(pass)")
            for key in ["subject_version_pkey", "penalty_pkey", "certification_pkey", "honour_pkey", "grades_by_day"] {
                #expect(pass.contains("Index Only Scan using \(key) "), "\(key) in \(pass)")
            }

            let few = try await plans(options) { connection in
                let units = try connection.values(
                    "select s.subject_id from register.subject as s order by s.subject_id limit 5", as: Int64.self)
                _ = try GradeComputation.findChanges(among: units, Self.day, Self.day, on: connection)
                _ = try connection.rows(
                    "select f.subject_id, f.findings::text from lists.findings(\(units), \(Self.day), 'infinity', null) as f",
                    as: (Int64, String).self)
            }
            let looks = few.filter { $0.contains("penalty_pkey") }
            #expect(looks.count == 2, "\(few)")
            for plan in looks {
                for table in Self.tables { #expect(!plan.contains("Seq Scan on \(table) "), "\(table) in \(plan)") }
            }
        }
    }

    private static let day = CivilDate(iso: "2025-06-02")!

    /// Runs the benchmark's script, and grades all units on the day before.
    private static func fill(_ options: ConnectionOptions) async throws {
        let script = try String(contentsOfFile: Repository.root + "/Benchmarks/synthetic-register.sql", encoding: .utf8)
            .split(separator: "\n").filter { !$0.hasPrefix("\\") }.joined(separator: "\n")
            .replacing(" \\g /dev/null", with: ";").replacing(" :subjects", with: " 5000")
            .replacing("vacuum analyze;", with: "")
        let connection = try await Connection.connect(options)
        try await connection.work { connection in
            try connection.script(script)
            _ = try GradeComputation.compute(asOf: day - 1, on: connection)
            try connection.execute("vacuum analyze")
        }
        await connection.close()
    }

    /// The plans the server made for what the body sends and for what functions send in turn, as it tells them itself.
    private func plans(
        _ options: ConnectionOptions, _ body: @Sendable (isolated Connection) throws -> Void
    ) async throws -> [String] {
        let told = Mutex<[String]>([])
        var options = options
        options.onNotice = { notice in
            if notice.report.message.contains("plan:") { told.withLock { $0.append(notice.report.message) } }
        }
        let connection = try await Connection.connect(options)
        try await connection.transaction { connection in
            try connection.script(
                """
                load 'auto_explain';
                set auto_explain.log_min_duration = 0;
                set auto_explain.log_nested_statements = on;
                set auto_explain.log_level = 'notice';
                """)
            try body(connection)
        }
        await connection.close()
        return told.withLock { $0 }
    }
}
