import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A file pushed back by the sharing platform", .serialized) struct PlatformFileTests {
    private static let header = "业务类型,统一社会信用代码,决定书文号,业务编号,日期,来源,说明\n"

    private func submit(_ rows: String, _ connection: isolated Connection) throws -> [String] {
        let file = try withScratchFile(Array((Self.header + rows).utf8)) { try PlatformFile.read($0, by: "both") }
        return try file.submit(to: Story().ledger, on: connection).map { _, reply in
            switch reply.outcome {
            case .done: "done"
            case .repeated: "repeated"
            case .refused(let refusal): refusal.code.rawValue
            }
        }
    }

    private func appoint(_ connection: isolated Connection) throws {
        try Story().does(
            "appoint-officer", on: "2023-08-09", by: "operator", key: "appoint-both",
            [
                "officer_code": "both", "officer_name": "两职", "agency_code": "421300", "roles": "recorder handler",
            ], connection)
    }

    @Test("A repair result ends grade C of its penalty that day, once, however often the file comes")
    func repair() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.punished, connection)
            try appoint(connection)
            let row = "修复结果,\(Story.unit),\(Story.decisionNumber),XF-1,2024-05-06,信用中国,\n"
            #expect(try submit(row, connection) == ["done"])
            #expect(try submit(row, connection) == ["repeated"])
            let (reason, ended) = try connection.row(
                "select m.end_reason, upper(m.during) from lists.membership as m", as: (String, CivilDate).self)
            #expect(reason == "repaired")
            #expect(ended == CivilDate(iso: "2024-05-06"))
        }
    }

    @Test("An application for early removal opens its case from the first day on, not before")
    func application() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.published, connection)
            try appoint(connection)
            func row(_ number: String, _ day: String) -> String {
                "提前移出申请,\(Story.unit),\(Story.listingNumber),\(number),\(day),信用中国,已整改\n"
            }
            #expect(try submit(row("SQ-1", "2025-03-11"), connection) == ["too-early-for-removal"])
            #expect(try submit(row("SQ-2", "2025-03-12"), connection) == ["done"])
        }
    }

    @Test("Bad rows are refused by their rule, and the good one stands")
    func bad() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.punished, connection)
            try appoint(connection)
            let rows = """
                别的,\(Story.unit),\(Story.decisionNumber),XF-1,2024-05-06,信用中国,
                修复结果,\(Story.unit),没有的文号,XF-2,2024-05-06,信用中国,
                修复结果,\(Story.unit),\(Story.decisionNumber),,2024-05-06,信用中国,
                修复结果,\(Story.unit),\(Story.decisionNumber),XF-4,2024-02-30,信用中国,
                修复结果,\(Story.unit),\(Story.decisionNumber),XF-5,2024-05-06,信用中国,

                """
            #expect(
                try submit(rows, connection) == ["bad-field", "unknown-record", "missing-field", "bad-field", "done"])
        }
    }
}
