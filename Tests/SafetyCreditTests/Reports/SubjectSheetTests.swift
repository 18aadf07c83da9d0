import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("What the register holds of one unit", .serialized) struct SubjectSheetTests {
    private let code = try! CreditCode(Story.unit)

    private func sheet(_ day: String, _ connection: isolated Connection) throws -> SubjectSheet {
        try SubjectSheet.of(code, asOf: CivilDate(iso: day)!, on: connection)
    }

    @Test("A listed unit shows grade, both memberships, its penalty and what is owed")
    func listed() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.published, connection)
            let sheet = try sheet("2024-03-20", connection)
            #expect(sheet.grade == "D")
            #expect(sheet.clauseCodes == ["DO1"])
            let serious = try #require(sheet.memberships.first)
            #expect(serious.list == .serious)
            #expect(serious.lastDay?.description == "2027-03-15")
            #expect(serious.removalFrom.description == "2025-03-12")
            #expect(serious.isInForce)
            #expect(sheet.records.map(\.number) == [Story.decisionNumber])
            #expect(sheet.records.map(\.kind) == [.penalty])
            #expect(sheet.duties.map(\.procedure) == [.listing, .listing])
            #expect(sheet.duties.flatMap(\.owed) == [.entered, .served])
        }
    }

    @Test(
        "A record to which an objection is pending counts and is marked, on the sheet and where the grade is explained (RD-39)",
        arguments: [("2024-03-05", false), ("2024-03-06", true)])
    func objected(day: String, isMarked: Bool) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.objected, connection)
            #expect(try sheet(day, connection).records.map(\.isObjectionPending) == [isMarked])
            let explanation = try GradeExplanation.explain(code, asOf: CivilDate(iso: day)!, on: connection)
            let grounds = try #require(explanation?.findings.first { $0.clauseCode == "C1" }).evidence.map(\.text)
            #expect(grounds.map { $0.contains("异议处理中") } == [isMarked])
        }
    }

    @Test("What lies after the day is left out, and before the plan nothing is guessed")
    func days() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.published, connection)
            let before = try sheet("2024-01-01", connection)
            #expect(before.memberships.isEmpty && before.records.isEmpty && before.duties.isEmpty)
            #expect(before.grade == "B")
        }
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.registered, connection)
            #expect { _ = try sheet("2023-08-08", connection) } throws: { error in
                guard case PQError.server(let server) = error else { return false }
                return server.sqlState == SQLState("AX001")
            }
        }
    }

    @Test("A former name stays in sight and finds the unit")
    func renamed() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.does(
                "rename-subject", on: "2024-06-01", by: "rec",
                [
                    "credit_code": .string(Story.unit), "new_name": "随县青石新材料有限公司", "document_number": "变1",
                ], connection)
            #expect(try sheet("2024-06-02", connection).formerNames == [Story.unitName])
            let day = CivilDate(iso: "2024-06-02")!
            for text in ["青石化工", "新材料", Story.unit, " ９１４２１３２１ma49k3c490 "] {
                #expect(
                    try GradedSubject.find(text, asOf: day, on: connection).map(\.name) == ["随县青石新材料有限公司"], "\(text)")
            }
            for text in ["青_化工", "%", "\\"] {
                #expect(try GradedSubject.find(text, asOf: day, on: connection).isEmpty, "\(text) is no pattern")
            }
        }
    }

    @Test("Finding keeps to its limit, and its grades are those of the whole register")
    func limited() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.listed, connection)
            let day = CivilDate(iso: "2024-03-20")!
            let all = try GradedSubject.graded(asOf: day, on: connection)
            #expect(all.count > 1)
            let found = try GradedSubject.find("有限公司", asOf: day, on: connection)
            #expect(Dictionary(grouping: found, by: \.creditCode).count == found.count)
            for subject in found {
                #expect(all.contains { $0.creditCode == subject.creditCode && $0.grade == subject.grade })
            }
            #expect(try GradedSubject.find("有限公司", asOf: day, limit: 1, on: connection).count == 1)
            let chosen = try GradedSubject.graded(asOf: day, .init(codes: [code]), on: connection)
            #expect(chosen.map(\.grade) == ["D"])
        }
    }
}
