import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A frozen form") struct FreezeFormTests {
    @Test("It prints the same bytes after the register has changed, and a correction marks the line that differs")
    func correction() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            let first = try story.does(
                "freeze-form", on: "2025-01-05", by: "rec", key: "first", RefusalCase.frozenForm, connection)
            #expect(first["edition_no"] == 1)
            let printed = try frozen(1, connection).csv

            try story.does("annul-penalty", on: "2024-06-03", by: "rec", RefusalCase.annulment, connection)
            #expect(try frozen(1, connection).csv == printed)
            let second = try story.does(
                "freeze-form", on: "2025-02-05", by: "rec", key: "second", RefusalCase.frozenForm, connection)

            #expect(second["edition_no"] == 2)
            #expect(second["corrected_count"] == 1)
            #expect(try frozen(1, connection).csv == printed)
            let corrected = try frozen(2, connection).lines.filter { $0.remark.contains("更正") }
            #expect(corrected.map(\.creditCode) == [Story.unit])
            #expect(try frozen(nil, connection).csv == frozen(2, connection).csv)
        }
    }

    @Test("A county freezes its own form, and the city above it every one", arguments: ["rec-zd", "rec"])
    func ownForm(officer: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            let frozen = try story.does(
                "freeze-form", on: "2025-01-05", by: officer,
                RefusalCase.with(RefusalCase.frozenForm, ["reporting_unit": "曾都区应急管理局"]), connection)
            #expect(frozen["edition_no"] == 1)
        }
    }

    @Test("A form that was never frozen cannot be printed as frozen")
    func unknown() async throws {
        await #expect(throws: ReportError.notFrozen(year: 2024)) {
            try await RegisterDatabase.shared.withRollback { connection in _ = try frozen(nil, connection) }
        }
    }

    private func frozen(_ edition: Int?, _ connection: isolated Connection) throws -> StatisticsForm {
        try StatisticsForm.frozen(year: 2024, reportingUnit: nil, edition: edition, on: connection)
    }
}
