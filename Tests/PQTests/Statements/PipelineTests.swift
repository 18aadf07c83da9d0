import PQ
import PQTesting
import Testing

@Suite struct PipelineTests {
    @Test(arguments: [0, 1, 3]) func afterRowsThatCameSinglyResultsAreWhole(count: Int) async throws {
        try await withConnection { connection in
            let statement: Statement = "select generate_series(1, \(Int32(count)))"
            for _ in 1...3 {
                #expect(try await connection.values(statement, as: Int32.self).count == count)
                let rows = try await connection.pipeline { pipeline in
                    let answer = try pipeline.rows(statement, as: (Int32).self)
                    try pipeline.sync()
                    return try answer.get()
                }
                #expect(rows.count == count)
                try await connection.pipeline { _ in }
            }
        }
    }

    @Test func answersComeInOrder() async throws {
        try await withConnection { connection in
            let sum = try await connection.pipeline { pipeline in
                let handles = try (1...500).map { try pipeline.value("select \($0) * 2", as: Int.self) }
                try pipeline.sync()
                return try handles.reduce(0) { $0 + (try $1.get()) }
            }
            #expect(sum == 250_500)
            #expect(await connection.preparedCount == 1)
            try await connection.expectUsable()
        }
    }

    /// libpq would go on giving rows one by one to the first statement, if that is prepared already.
    @Test func whatWasReadRowByRowBeforeDoesNotTouchIt() async throws {
        try await withConnection { connection in
            for count in 0...3 {
                let rows = try await connection.values("select generate_series(1, \(count))", as: Int.self)
                #expect(rows.count == count)
                let sums = try await connection.pipeline { pipeline in
                    let handles = try (1...2).map { try pipeline.value("select \($0) + 1", as: Int.self) }
                    try pipeline.sync()
                    return try handles.map { try $0.get() }
                }
                #expect(sums == [2, 3])
            }
            try await connection.expectUsable()
        }
    }

    @Test func anErrorEndsItsOwnBatchOnly() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table t (a int primary key)")
            let states = try await connection.pipeline { pipeline in
                let before = try pipeline.execute("insert into t values (\(Int32(1)))")
                let wrong = try pipeline.execute("insert into t values (\(Int32(1)))")
                let after = try pipeline.execute("insert into t values (\(Int32(2)))")
                try pipeline.sync()
                let next = try pipeline.execute("insert into t values (\(Int32(3)))")
                let rows = try pipeline.rows("select a from t", as: Int.self)
                try pipeline.sync()
                #expect(try before.get() == 1)
                #expect(throws: PQError.self) { try wrong.get() }
                do throws(PQError) {
                    _ = try after.get()
                    Issue.record("a statement after the error ran")
                } catch {
                    guard case .batchAborted(let cause) = error else { throw error }
                    #expect(cause.sqlState == .uniqueViolation)
                }
                return (try next.get(), try rows.get())
            }
            #expect(states.0 == 1)
            #expect(states.1 == [3])  // the failed batch was one transaction
        }
    }

    @Test func anErrorNobodyAskedForIsThrown() async throws {
        try await withConnection { connection in
            let error = await errorOf {
                try await connection.pipeline { pipeline in
                    try pipeline.execute("select 1/0")
                    try pipeline.execute("select 1")
                }
            }
            #expect(error?.sqlState == .divisionByZero)
            try await connection.expectUsable()
        }
    }

    @Test func aBodyThatThrowsLeavesTheConnectionUsable() async throws {
        struct Stop: Error {}
        try await withConnection { connection in
            await #expect(throws: Stop.self) {
                try await connection.pipeline { pipeline in
                    try pipeline.execute("select 1")
                    throw Stop()
                }
            }
            try await connection.expectUsable()
        }
    }

    @Test func anAnswerBeforeItsSyncIsMisuse() async throws {
        try await withConnection { connection in
            let error = await errorOf {
                try await connection.pipeline { try $0.value("select 1", as: Int.self).get() }
            }
            guard case .misuse(.resultNotReady) = error else { throw error ?? .cancelled }
            try await connection.expectUsable()
        }
    }

    @Test(arguments: ["copy (select 1) to stdout", "copy pg_temp.firm from stdin"])
    func aCopyInItIsMisuseAndEndsTheConnection(copy: String) async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table firm (id bigint)")
            let error = await errorOf {
                try await connection.pipeline { pipeline in
                    try pipeline.execute(Statement(sql: copy))
                    try pipeline.execute("select 1")
                    try pipeline.sync()
                }
            }
            guard case .misuse(.copyNeedsCopyCall) = error else { throw error ?? .cancelled }
            let next = await errorOf { try await connection.execute("select 1") }
            guard case .connectionClosed = next else { throw next ?? .cancelled }
        }
    }

    @Test func muchDataBothWaysDoesNotDeadlock() async throws {
        try await withConnection { connection in
            let text = String(repeating: "安", count: 50_000)
            let total = try await connection.pipeline { pipeline in
                let handles = try (0..<100).map { _ in try pipeline.value("select \(text)::text", as: String.self) }
                try pipeline.sync()
                return try handles.reduce(0) { $0 + (try $1.get()).utf8.count }
            }
            #expect(total == 15_000_000)
        }
    }
}
