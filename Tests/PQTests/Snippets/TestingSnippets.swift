import PQ
import PQTesting
import Testing

@Suite struct TestingSnippets {
    static let register = TestDatabase(name: "register") { options in
        let connection = try await Connection.connect(options)
        try await connection.script("create table firm (firm_id bigint primary key, name text)")
        await connection.close()
    }

    @Test func aFirmIsKnownOnce() async throws {
        try await Self.register.withRollback { connection in
            try connection.execute("insert into firm values (\(Int64(1)), 'a')")
            #expect(throws: PQError.self) { try connection.execute("insert into firm values (\(Int64(1)), 'b')") }
        }
    }

    @Test func twoSessionsSeeWhatIsCommitted() async throws {
        try await Self.register.withClone { options in
            let writer = try await Connection.connect(options)
            try await writer.execute("insert into firm values (\(Int64(1)), 'a')")
            let reader = try await Connection.connect(options)
            #expect(try await reader.value("select count(*) from firm", as: Int.self) == 1)
            await writer.close()
            await reader.close()
        }
    }
}
