import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A report file", .serialized) struct ReportFileTests {
    private static let folder = URL(filePath: #filePath).appending(path: "../../../../sql/reports").standardizedFileURL

    @Test(
        "Runs in psql as the analyst and prints what the register holds",
        arguments: [
            ("grade_distribution.sql", "随县应急管理局"), ("listed_now.sql", Story.listingNumber),
            ("publication_punctuality.sql", "bureau-site"),
        ])
    func psql(file: String, expected: String) async throws {
        try await Newsroom.open { room in
            try await room.reach(.listed)
            try await room.publish(on: "2024-03-15")
            let (status, output) = try run(file, room.options)
            #expect(status == 0, "\(output)")
            #expect(output.contains(expected), "\(output)")
            #expect(!output.contains("19750630"))
        }
    }

    @Test("Every report file is tested")
    func complete() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path()).sorted()
        #expect(files == ["grade_distribution.sql", "listed_now.sql", "publication_punctuality.sql"])
    }

    @Test(
        "The views give today what their functions give for the day, to the analyst",
        arguments: [
            "subject", "membership", "deadline", "publication", "grade_history",
        ])
    func views(name: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.listed, connection)
            if name == "grade_history" {
                _ = try GradeComputation.compute(asOf: CivilDate(iso: "2024-06-01")!, on: connection)
            }
            if name == "publication" || name == "deadline" {
                _ = try Reconciliation.run(asOf: CivilDate(iso: "2024-03-15")!, on: connection)
            }
            try connection.script("set local role anxin_analyst")
            let rows = try connection.value(Statement(sql: "select count(*) from reports.\(name)"), as: Int64.self)
            #expect(rows > 0)
        }
    }

    private func run(_ file: String, _ options: ConnectionOptions) throws -> (Int32, String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/lib/postgresql/15/bin/psql")
        process.arguments = [
            "--no-psqlrc", "--dbname", options.conninfo, "--set", "ON_ERROR_STOP=1", "--set", "as_of=2024-06-01",
            "--command",
            "set role anxin_analyst", "--file", Self.folder.appending(path: file).path(),
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}
