import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("Supervision measures") struct SubjectMeasureTests {
    private static let day = CivilDate(iso: "2025-06-30")!

    private static func measures(
        of number: Int, on day: CivilDate = day, _ connection: isolated Connection
    ) throws -> SubjectMeasures {
        try #require(
            try SubjectMeasures.find(try CreditCode(CreditCodes.code(number)), asOf: day, on: connection))
    }

    /// Rules are entered by whoever owns the register, not by the worker.
    private static func override(
        _ industry: String, _ grade: String, from day: String = "2024-01-01", inspections: Int,
        _ connection: isolated Connection
    ) throws {
        try connection.execute(
            """
            insert into supervision.override (industry_code, grade, valid_from, inspections_per_year, text_zh, source)
            values (\(industry), \(grade), \(day), \(inspections)::smallint, \("规定\(industry)"), \("文件\(industry)"))
            """)
    }

    @Test("Each grade has its measures, and D those of C as well (plan V(4)); only B has a number")
    func byGrade() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let units = try (1...4).map { try RecordedFacts.unit($0, connection) }
            try RecordedFacts.certificate(of: units[0], connection)
            for (unit, list, clause) in [(units[2], "penalised", "C1"), (units[3], "serious", "DO1")] {
                let penalty = try RecordedFacts.penalty("罚\(unit)", on: unit, decidedOn: "2025-01-10", connection)
                try RecordedFacts.membership(
                    of: unit, in: list, clause: clause, since: "2025-01-10", foundedOn: penalty, connection)
            }
            let found = try (1...4).map { try Self.measures(of: $0, connection) }
            #expect(found.map(\.grade) == ["A", "B", "C", "D"])
            #expect(found.map(\.measures.count) == [1, 1, 2, 8])
            #expect(found.map(\.inspectionsPerYear) == [nil, 1, nil, nil])
            #expect(Array(found[3].measures.prefix(2)) == found[2].measures)
            #expect(found[1].measures[0].source == "工作方案五（二）")
            #expect(found[1].frequencySource?.contains("工作方案五（二）") == true)
        }
    }

    @Test("The longest matching industry applies, and of it and the grade the stricter; the grade stays (RD-42)")
    func overrides() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            for (number, industry) in [(1, "C2611"), (2, "C2620"), (3, "C3110"), (4, "C1011")] {
                _ = try RecordedFacts.unit(number, industry: industry, connection)
            }
            _ = try RecordedFacts.unit(5, connection)
            try Self.override("C26", "B", inspections: 2, connection)
            try Self.override("C261", "B", inspections: 4, connection)
            try Self.override("C31", "B", inspections: 0, connection)
            try Self.override("C10", "A", inspections: 9, connection)
            let found = try (1...5).map { try Self.measures(of: $0, connection) }
            #expect(found.map(\.inspectionsPerYear) == [4, 2, 1, 1, 1])
            #expect(found[0].frequencySource == "文件C261")
            #expect(found[2].frequencySource?.contains("工作方案") == true, "the milder rule gives no number")
            #expect(
                found.map { $0.measures.last?.text }.prefix(4) == [
                    "规定C261", "规定C26", "规定C31", found[4].measures[0].text,
                ])
            #expect(found.allSatisfy { $0.grade == "B" })
        }
    }

    @Test(
        "By option b of RD-42 the industry's number takes the grade's place, stricter or milder, and where it has none the grade's stays"
    )
    func industryPrevails() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            for (number, industry) in [(1, "C2611"), (2, "C3110"), (3, "C1011")] {
                _ = try RecordedFacts.unit(number, industry: industry, connection)
            }
            try Self.override("C26", "B", inspections: 4, connection)
            try Self.override("C31", "B", inspections: 0, connection)
            try choose("b", for: "RD-42", from: "2025-06-30", on: connection)
            let found = try (1...3).map { try Self.measures(of: $0, connection) }
            #expect(found.map(\.inspectionsPerYear) == [4, 0, 1])
            #expect(found[1].frequencySource == "文件C31")
            #expect(found.allSatisfy { $0.grade == "B" })
            let before = try Self.measures(of: 2, on: CivilDate(iso: "2025-06-29")!, connection)
            #expect(before.inspectionsPerYear == 1)
        }
    }

    @Test("A longer prefix that asks for less takes the place of a shorter one that asks for more")
    func longestFirst() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            _ = try RecordedFacts.unit(1, industry: "C2611", connection)
            try Self.override("C26", "B", inspections: 6, connection)
            try Self.override("C261", "B", inspections: 3, connection)
            #expect(try Self.measures(of: 1, connection).inspectionsPerYear == 3)
        }
    }

    @Test(
        "A rule applies from its first day on, and a later one takes its place",
        arguments: [("2024-12-31", 1), ("2025-01-01", 3), ("2025-06-30", 3), ("2025-07-01", 2)])
    func validity(day: String, inspections: Int32) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            _ = try RecordedFacts.unit(1, industry: "C2611", connection)
            try Self.override("C26", "B", from: "2025-01-01", inspections: 3, connection)
            try Self.override("C26", "B", from: "2025-07-01", inspections: 2, connection)
            #expect(
                try Self.measures(of: 1, on: CivilDate(iso: day)!, connection).inspectionsPerYear == inspections)
        }
    }

    @Test("An override for C holds for a D unit of the industry too")
    func overrideOfC() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let unit = try RecordedFacts.unit(1, industry: "C2611", connection)
            let penalty = try RecordedFacts.penalty("罚1", on: unit, decidedOn: "2025-01-10", connection)
            try RecordedFacts.membership(
                of: unit, in: "serious", clause: "DO1", since: "2025-01-10", foundedOn: penalty, connection)
            try Self.override("C26", "C", inspections: 4, connection)
            try Self.override("C2", "D", inspections: 2, connection)
            let found = try Self.measures(of: 1, connection)
            #expect(found.inspectionsPerYear == 4)
            #expect(found.frequencySource == "文件C26")
        }
    }
}
