import Foundation
import PQ
import SafetyCredit
import Testing

@Suite struct LoadScriptTests {
    @Test func `what psql makes from the script is what the migrator would have made`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "load-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let calendar = "date,kind,name,notice_year\n2026-01-01,off,New Year's Day,2026\n"
        let seed =
            "insert into register.firm (firm_id, name) select 100 + notice_year, name from pg_temp.working_day_exception on conflict do nothing"
        let files = Fixture.base.adding("data/working-day-exceptions.csv", calendar).adding(
            "data/day.sql", seed + ";\n")
        let catalogue = Fixture.catalogue(files)
        for file in [catalogue.bootstrap, catalogue.workingDays!] + catalogue.migrations.map(\.file)
            + catalogue.repeatables + catalogue.seeds
        {
            let url = folder.appending(path: "sql/" + file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try file.content.write(to: url, atomically: true, encoding: .utf8)
        }
        try LoadScript.text(for: catalogue).write(
            to: folder.appending(path: "load.psql"), atomically: true, encoding: .utf8)

        try await withEmptyDatabase { options in
            // Twice: the second run skips the migrations.
            for _ in 1...2 { #expect(try psql(["-d", options.conninfo, "-f", "load.psql"], in: folder) == 0) }
            let connection = try await Connection.connect(options)
            #expect(try await Migrator(catalogue: catalogue).state(connection).isCurrent)
            #expect(try await up(connection, files).isEmpty)
            #expect(
                try await connection.values("select name from register.firm order by firm_id", as: String.self)
                    == ["安信", "New Year's Day"])
            await connection.close()
        }
    }
}

private func psql(_ arguments: [String], in folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/psql")
    process.arguments = ["-X", "-q"] + arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
}
