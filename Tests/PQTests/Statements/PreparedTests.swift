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
        let connection = try await connect(preparedStatements: 4)
        for number in 1...12 {
            let statement = Statement(sql: "select \(number)")
            for _ in 1...2 { #expect(try await connection.value(statement, as: Int.self) == number) }
        }
        let count = try await connection.value("select count(*) from pg_prepared_statements", as: Int.self)
        #expect(count <= 4)
        #expect(await connection.preparedCount <= 4)
        await connection.close()
    }

    @Test func statementsSeenOnceLeaveToo() async throws {
        let connection = try await connect(preparedStatements: 4)
        for number in 0...40 { try await connection.execute(Statement(sql: "select \(number)")) }
        try await connection.execute("select 0")
        #expect(await connection.preparedCount == 0, "the first of them was still known")
        await connection.close()
    }

    @Test func whatTheServerHasForgottenLeavesWithoutAnError() async throws {
        let connection = try await connect(preparedStatements: 4)
        func runTwice(_ numbers: ClosedRange<Int>) async throws {
            for number in numbers {
                for _ in 1...2 { try await connection.execute(Statement(sql: "select \(number)")) }
            }
        }
        try await runTwice(1...4)
        try await connection.script("discard all")
        try await connection.transaction { connection in
            for number in 5...8 {
                for _ in 1...2 { try connection.execute(Statement(sql: "select \(number)")) }
            }
        }
        try await runTwice(9...12)
        try await connection.script("discard all")
        try await connection.pipeline { pipeline in
            for number in 13...16 { try pipeline.execute(Statement(sql: "select \(number)")) }
        }
        #expect(await connection.preparedCount == 4)
        await connection.close()
    }

    @Test func whoWorksInTransactionsOnlyLeavesNoneBehind() async throws {
        let connection = try await connect(preparedStatements: 4)
        for round in 1...10 {
            try await connection.transaction { connection in
                for number in 1...3 {
                    for _ in 1...2 { try connection.execute(Statement(sql: "select \(round * 10 + number)")) }
                }
            }
        }
        let known = try await connection.value("select count(*) from pg_prepared_statements", as: Int.self)
        #expect(known <= 4 + 3, "at most those of the last transaction wait to be dropped")
        await connection.close()
    }

    @Test func aBatchLargerThanTheCacheRunsWhole() async throws {
        let connection = try await connect(preparedStatements: 4)
        for _ in 1...2 {
            let sum = try await connection.pipeline { pipeline in
                let answers = try (0..<40).map { number throws(PQError) in
                    try pipeline.value(Statement(sql: "select \(number % 20)"), as: Int32.self)
                }
                try pipeline.sync()
                return try answers.reduce(0) { try $0 + $1.get() }
            }
            #expect(sum == 380)
        }
        try await connection.pipeline { _ in }
        let known = try await connection.value("select count(*) from pg_prepared_statements", as: Int.self)
        #expect(known <= 4)
        await connection.close()
    }

    private func connect(preparedStatements: Int) async throws -> Connection {
        var options = try TestServer.shared().options()
        options.preparedStatements = preparedStatements
        return try await Connection.connect(options)
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
