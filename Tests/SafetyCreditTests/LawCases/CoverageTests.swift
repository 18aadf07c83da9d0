import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// Whether every clause and every reading has its cases in the files of this folder.
@Suite struct CoverageTests {
    /// Readings about which no file here has cases, with the test that keeps each.
    static let elsewhere = [
        "RD-18": "Supervision/PlanDutyTests.swift",
        "RD-24": "Publication/SharingPlatformTermTests.swift",
        "RD-25": "Intake/PersonalDataTests.swift",
        "RD-31": "Ops/BusinessMomentTests.swift",
        "RD-32": "Lists/RestDayExpiryTests.swift",
        "RD-42": "Supervision/SubjectMeasureTests.swift",
        "RD-44": "Register/SubjectLineTests.swift",
        "RD-48": "Ops/GrantTests.swift",
    ]

    @Test func `every clause has a case for it and one against it`() async throws {
        let clauses = try await RegisterDatabase.shared.withRollback { connection in
            try connection.values("select c.clause_code from law.clause as c", as: String.self)
        }
        let cases = try CitedCase.all()
        for clause in clauses {
            let about = cases.filter { $0.isAbout(clause) }
            #expect(about.contains { $0.clauses.contains(clause) || $0.answers == ["done"] }, "no case for \(clause)")
            #expect(about.contains { !$0.clauses.contains(clause) && $0.answers != ["done"] }, "none against \(clause)")
        }
        #expect(clauses.count == 17)
    }

    /// One case has the answer that the reading gives, another the answer without it: two answers at least among those that cite it.
    @Test func `every reading has a case for it and one against it`() async throws {
        let readings = try await RegisterDatabase.shared.withRollback { connection in
            try connection.values("select r.reading_code from law.reading as r", as: String.self)
        }
        #expect(readings.sorted() == (1...48).map { $0 < 10 ? "RD-0\($0)" : "RD-\($0)" })
        let cases = try CitedCase.all()
        for reading in readings where Self.elsewhere[reading] == nil {
            let answers = Set(cases.filter { $0.source.contains(reading) }.flatMap(\.answers))
            #expect(answers.count >= 2, "\(reading): \(answers)")
        }
    }

    @Test(arguments: elsewhere.sorted { $0.key < $1.key })
    func `a reading kept elsewhere is named there`(_ reading: String, _ path: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        #expect(text.contains(reading) && text.contains("@Test"))
    }
}

/// A case of any file, with what it cites and answers.
private struct CitedCase {
    let name: String
    let source: String
    let clauses: Set<String>
    let answers: Set<String>

    static func all() throws -> [CitedCase] {
        let files = ["grades", "management-periods", "policy-alternatives", "refused-facts", "working-days", "acts"]
        return try files.flatMap { try LawCaseFile($0).rows }.map { row in
            let answers = ["expected", "by_default", "by_policy", "last_day", "refused_by"].compactMap { row[$0] }
            let clauses = row["clauses"] ?? ""
            return CitedCase(
                name: row.name, source: row["source"] ?? "",
                clauses: Set(clauses.split(separator: " ").map(String.init)),
                answers: clauses.isEmpty ? Set(answers) : [answers.joined() + ": " + clauses])
        }
    }

    /// Whether the case stands under the clause, as `A2-03`, `D-A4`, `D-A4n` and `DA5-01` do, or meets it.
    func isAbout(_ clause: String) -> Bool {
        let short = "D-\(clause.dropFirst())"
        return clauses.contains(clause) || name.hasPrefix(clause + "-")
            || (clause.first == "D" && [short, short + "n"].contains(name))
    }
}
