import PQ
import SafetyCredit
import Testing

@Suite struct ServerFactsTests {
    @Test(
        arguments: [
            ("lc_collate 'C' lc_ctype 'C' encoding 'UTF8'", "LC_CTYPE C"),
            ("lc_collate 'POSIX' lc_ctype 'POSIX' encoding 'UTF8'", "LC_CTYPE C"),
            ("lc_collate 'C' lc_ctype 'C' encoding 'SQL_ASCII'", "SQL_ASCII"),
        ] as [(Statement, String)])
    func `a database in which Chinese names cannot be found is refused`(creation: Statement, reason: String)
        async throws
    {
        try await withEmptyDatabase(creation) { options in
            let connection = try await Connection.connect(options)
            let error = await #expect(throws: OpsError.self) { try await up(connection, Fixture.base) }
            #expect(error?.exitStatus == .configuration)
            #expect(try #require(error).sentence(in: .english).contains(reason))
            #expect(try await connection.value("select to_regnamespace('ops') is null", as: Bool.self))
            await connection.close()
        }
    }

    @Test(arguments: [(150_018, false), (150_019, false), (150_020, true), (160_001, true), (140_030, false)])
    func `a server older than 15.20 is refused`(versionNumber: Int, isFit: Bool) {
        let facts = ServerFacts(
            versionNumber: versionNumber, version: "", database: "d", encoding: "UTF8", collation: "C.UTF-8",
            characterType: "C.UTF-8")
        #expect(facts.objections.isEmpty == isFit)
        for objection in facts.objections { #expect(objection.exitStatus == .unavailable) }
    }
}
