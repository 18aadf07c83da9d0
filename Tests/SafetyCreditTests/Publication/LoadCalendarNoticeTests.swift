import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A holiday notice") struct LoadCalendarNoticeTests {
    /// Without the notice of 2027 the 4th of January is an ordinary Monday; the notice makes it a day off.
    @Test("It moves open due dates that reach it, takes the provisional mark away, and leaves steps done alone")
    func movesOpenDueDates() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story(today: "2030-12-31")
            try story.reach(.punished, connection)
            try story.does("file-objection", on: "2026-12-14", by: "han", key: "open", objection, connection)
            try story.does("accept-objection", on: "2026-12-21", by: "han", key: "open-a", ["case": "open"], connection)
            try story.does("file-objection", on: "2026-12-14", by: "han", key: "done", objection, connection)
            try story.does("accept-objection", on: "2026-12-21", by: "han", key: "done-a", ["case": "done"], connection)
            try story.does(
                "decide-objection", on: "2026-12-28", by: "dec", key: "done-d",
                ["case": "done", "decision": "keep", "opinion": "属实", "document_number": "答1"], connection)
            // The open one is to be decided and answered, the other to be answered.
            #expect(try due(connection) == Array(repeating: "2027-01-04 provisional", count: 3))

            try story.does(
                "load-calendar-notice", on: "2026-12-29", by: "operator",
                RefusalCase.notice2027(code: "2027", issuedOn: "2026-12-29", kind: "off"), connection)

            #expect(try due(connection) == Array(repeating: "2027-01-05", count: 3))
            let closed = try connection.values(
                "select s.was_due_on from cases.step as s where s.step_code = 'decided'", as: CivilDate.self)
            #expect(closed.map(\.description) == ["2027-01-04"])
        }
    }

    @Test("A later notice may change a day of an earlier one, also inside a loaded year")
    func laterNoticeWins() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story(today: "2030-12-31")
            #expect(try works("2026-03-02", connection))
            try story.does(
                "load-calendar-notice", on: "2026-02-20", by: "operator",
                [
                    "notice_code": "2026-extra", "notice_year": 2026, "issued_on": "2026-02-20", "title": "一次性调整",
                    "days": [["day": "2026-03-02", "kind": "off", "name": "调整"]],
                ], connection)
            #expect(try !works("2026-03-02", connection))
        }
    }

    private var objection: [String: JSONValue] {
        ["credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber), "statement": "与事实不符"]
    }

    private func due(_ connection: isolated Connection) throws -> [String] {
        try connection.rows(
            "select d.due_on, d.is_provisional from cases.open_deadline('2026-12-31') as d order by d.due_on",
            as: (CivilDate, Bool).self
        ).map { "\($0.0)\($0.1 ? " provisional" : "")" }
    }

    private func works(_ day: String, _ connection: isolated Connection) throws -> Bool {
        try connection.value("select d.is_working_day from law.calendar_day as d where d.day = \(day)", as: Bool.self)
    }
}
