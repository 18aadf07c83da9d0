import PQ
import PQTesting
import Testing

@Suite struct PreparedTests {
    @Test func aStatementIsPreparedWhenItComesAgain() async throws {
        try await withConnection { connection in
            for round in 1...3 {
                _ = try await connection.value("select \(round) + 1", as: Int.self)
                #expect(await connection.preparedCount == (round == 1 ? 0 : 1))
            }
            let known = try await connection.values("select statement from pg_prepared_statements", as: String.self)
            #expect(known == ["select $1 + 1"])
        }
    }

    @Test func theLeastRecentlyUsedLeaves() async throws {
        var options = try TestServer.shared().options()
        options.preparedStatements = 4
        let connection = try await Connection.connect(options)
        for number in 1...12 {
            let statement = Statement(sql: "select \(number)")
            for _ in 1...2 { #expect(try await connection.value(statement, as: Int.self) == number) }
        }
        let count = try await connection.value("select count(*) from pg_prepared_statements", as: Int.self)
        #expect(count <= 5)
        #expect(await connection.preparedCount <= 5)
        await connection.close()
    }

    @Test func aChangedTableIsNoticed() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table t (a int); insert into t values (1)")
            for _ in 1...3 { #expect(try await connection.values("select * from t", as: Int.self) == [1]) }
            try await connection.script("alter table t alter a type bigint")
            #expect(try await connection.values("select * from t", as: Int.self) == [1])
            try await connection.script("deallocate all")
            for _ in 1...3 { #expect(try await connection.values("select * from t", as: Int.self) == [1]) }
        }
    }

    @Test func anotherTypeIsAnotherStatement() async throws {
        try await withConnection { connection in
            for _ in 1...3 {
                let whole = try await connection.value("select \(Int32(1))::text", as: String.self)
                let broken = try await connection.value("select \(1.5)::text", as: String.self)
                #expect(whole == "1" && broken == "1.5")
            }
        }
    }
}
