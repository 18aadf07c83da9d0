import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("Statistics after an import")
struct ImportStatisticsTests {
    @Test(
        "A large file leaves the planner's statistics behind, a small one leaves them to autovacuum",
        arguments: [(999, false), (1_000, true)])
    func statistics(rowCount: Int, areExpected: Bool) async throws {
        let text =
            "单位名称,统一社会信用代码\n" + Self.codes(rowCount).map { "演示\($0)有限公司,\($0)\n" }.joined()
        let reading = try withScratchFile(Array(text.utf8)) { path in
            try ImportFormat<SubjectLine>.read(path: path, today: importDay)
        }
        try await RegisterDatabase.shared.withClone { options in
            var options = options
            options.role = "anxin_worker"
            let connection = try await Connection.connect(options)
            #expect(try await areGathered(by: reading, on: connection) == areExpected)
            await connection.close()
        }
    }

    private func areGathered(by reading: ImportReading<SubjectLine>, on connection: isolated Connection) throws -> Bool
    {
        let officer = try #require(try Officer.find("rec", on: connection))
        let report = try Importer<SubjectLine>(mode: .whole, isDryRun: false)
            .run(reading, named: "单位.csv", on: importDay, by: officer, on: connection)
        #expect(report.counts.new == reading.lines.count)
        return try connection.value(
            """
            select exists (
                select from pg_stats as s where s.schemaname = 'register' and s.tablename = 'subject' and s.attname = 'name')
            """,
            as: Bool.self)
    }

    /// Codes whose check characters hold, found by asking the rule.
    private static func codes(_ count: Int) -> [String] {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        var codes: [String] = []
        var number = 0
        while codes.count < count {
            number += 1
            let digits = String(100_000 + number)
            for check in "0123456789X" {
                let start = "91421321YL" + digits + String(check)
                let code = alphabet.lazy.map { start + String($0) }.first { (try? CreditCode($0)) != nil }
                if let code {
                    codes.append(code)
                    break
                }
            }
        }
        return codes
    }
}
