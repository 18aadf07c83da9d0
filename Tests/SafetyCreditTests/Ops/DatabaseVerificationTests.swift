import PQ
import SafetyCredit
import Testing

@Suite struct DatabaseVerificationTests {
    @Test func `everything that differs is found at once`() async throws {
        try await withDatabase { connection in
            try await up(connection, Fixture.base)
            let files = Fixture.base
                .adding("migrations/0001_create_firm.sql", "-- edited")
                .adding("migrations/0003_create_third.sql", "select 1")
                .adding("views/register/firm_name.sql", "select 1")
                .removing("data/firm.sql")
            let findings = try await DatabaseVerification.findings(connection, catalogue: Fixture.catalogue(files))
            let sentences = findings.map { $0.sentence(in: .english) }
            #expect(sentences.contains { $0.contains("0001_create_firm was changed") })
            #expect(sentences.contains { $0.contains("lacks sql/migrations/0003_create_third.sql") })
            #expect(sentences.contains { $0.contains("lacks sql/views/register/firm_name.sql") })
            #expect(sentences.contains { $0.contains("has sql/data/firm.sql") })
        }
    }

    @Test func `a database just brought up by this program has nothing wrong`() async throws {
        try await withDatabase { connection in
            try await Migrator(catalogue: .embedded).up(connection)
            #expect(try await DatabaseVerification.findings(connection, catalogue: .embedded).isEmpty)
        }
    }
}
