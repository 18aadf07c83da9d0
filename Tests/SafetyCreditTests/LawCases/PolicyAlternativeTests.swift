import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// The alternatives of the readings that a bureau may choose, each with a case that it changes and one that it leaves alone.
@Suite struct PolicyAlternativeTests {
    @Test(arguments: LawCaseFile.rows("policy-alternatives"))
    func `an alternative reading gives the grade of the case`(_ row: LawCaseFile.Row) async throws {
        let writer = HistoryWriter(histories: try row.histories())
        let question = GradeOracle.Question(asOf: try #require(Day(iso: row["as_of"] ?? "")))
        let policy = try row.answers()
        try #require(!policy.chosen.isEmpty)
        let (byDefault, byPolicy) = try await RegisterDatabase.shared.withRollback { connection in
            try writer.write(on: connection)
            let byDefault = try registerGrades(writer, question, on: connection)[0]?.grade
            try choose(policy, on: connection)
            return (byDefault, try registerGrades(writer, question, on: connection)[0]?.grade)
        }
        let expected = [row["by_default"], row["by_policy"]]
        #expect([byDefault, byPolicy] == expected, "\(row["facts"] ?? "")")
        let (unit, persons) = (writer.histories[0], Array(writer.histories.dropFirst()))
        let told = [Answers(), policy].map { GradeOracle(question, $0).answer(unit, persons)?.grade }
        #expect(told == expected, "the oracle: \(row["facts"] ?? "")")
    }

    @Test("Every alternative that can be chosen for grades has a case that it changes")
    func complete() async throws {
        let changed = try LawCaseFile("policy-alternatives").rows
            .filter { $0["by_default"] != $0["by_policy"] }.map { $0["policy"] ?? "" }
        // RD-03 has its cases in grades.csv, RD-16 and RD-24 in the tests of publication, RD-18 in those of the plan, RD-29 in those of
        // lists, RD-33 in management-periods.csv, RD-39 below, RD-40 in acts.csv, RD-42 in the tests of measures.
        let elsewhere: Set = ["RD-03", "RD-16", "RD-18", "RD-24", "RD-29", "RD-33", "RD-39", "RD-40", "RD-42"]
        let options = try await RegisterDatabase.shared.withRollback { connection in
            try connection.rows(
                "select o.reading_code, o.option_code from law.reading_option as o where not o.is_default",
                as: (String, String).self
            ).filter { !elsewhere.contains($0.0) }.map { "\($0.0)=\($0.1)" }
        }
        #expect(Set(options) == Set(changed))
    }

    @Test("By RD-39 b a pending objection suspends the record, and only while it is pending")
    func suspension() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            try choose("b", for: "RD-39", on: connection)
            try story.does(
                "file-objection", on: "2024-04-01", by: "han",
                [
                    "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
                    "statement": "与事实不符",
                ], connection)
            #expect(try grades(["2024-03-31", "2024-04-01"], connection) == ["C", "B"])
            // As it was known before the objection was told, the record still counted.
            for table in ["register.subject_version", "records.penalty", "lists.membership_version"] {
                try connection.script("update \(table) set known_at = '2024-03-01'")
            }
            let before = try connection.values(
                """
                select g.grade::text from lists.subject_grade('2024-04-01', '2024-04-02') as g
                join register.subject_identifier as i on i.subject_id = g.subject_id and i.value = \(Story.unit)
                """, as: String.self)
            #expect(before == ["C"])
        }
    }

    @Test(
        "By RD-39 b an objection suspends the record, not the serious listing decided on it, which stands until it is revoked (Order 11 Art. 15)"
    )
    func listingStands() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.listed, connection)
            try choose("b", for: "RD-39", on: connection)
            try story.does(
                "file-objection", on: "2024-04-01", by: "han",
                [
                    "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
                    "statement": "与事实不符",
                ], connection)
            #expect(try grades(["2024-03-31", "2024-04-01"], connection) == ["D", "D"])
        }
    }

    @Test("By RD-39 b an accident bars A no more while an objection to it is pending", arguments: ["a", "b"])
    func accidentSuspended(option: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            if option != "a" { try choose(option, for: "RD-39", on: connection) }
            try RecordedFacts.certificate(
                of: try Subject.unit(try CreditCode(Story.unit), on: connection).id, connection)
            try story.take(
                AccidentLine.self, on: "2024-02-01",
                [
                    ["统一社会信用代码", "事故编号", "事故日期", "死亡人数", "重伤人数", "直接经济损失(万元)", "责任认定"],
                    [Story.unit, "SG-1", "2024-01-20", "1", "0", "10", "调查中"],
                ], connection)
            try story.does(
                "file-objection", on: "2024-04-01", by: "han",
                [
                    "credit_code": .string(Story.unit), "record_kind": "accident", "decision_number": "SG-1",
                    "statement": "与事实不符",
                ], connection)
            #expect(try grades(["2024-03-31", "2024-04-01"], connection) == ["B", option == "b" ? "A" : "B"])
        }
    }

    /// The grades of the story's unit on some days.
    private func grades(_ days: [String], _ connection: isolated Connection) throws -> [String] {
        try days.flatMap { day in
            try connection.values(
                """
                select g.grade::text from lists.subject_grade(\(day)) as g
                join register.subject_identifier as i on i.subject_id = g.subject_id and i.value = \(Story.unit)
                """, as: String.self)
        }
    }
}
