import PQ
import PQTesting
import Testing

/// Bodies that end their transaction, or that swallow what ended it.
@Suite struct TransactionEndTests {
    struct Stop: Error, Equatable {}

    @Test func aSwallowedLossIsNoUnknownCommit() async throws {
        let connection = try await TestServer.shared().connect()
        let error = await errorOf {
            try await connection.transaction { connection in
                _ = try? connection.execute("select pg_terminate_backend(pg_backend_pid())")
            }
        }
        // COMMIT was never sent.
        guard case .connectionClosed = error else { throw error ?? .cancelled }
        await connection.close()
    }

    @Test(arguments: ["rollback", "commit"]) func aBodyThatEndsItsTransactionCommitsNothing(end: String) async throws {
        try await withConnection { connection in
            let error = await errorOf {
                try await connection.transaction { connection in try connection.script(end) }
            }
            guard case .misuse(.notInTransaction) = error else { throw error ?? .cancelled }
            #expect(await !connection.isInTransaction)
            try await connection.expectUsable()
        }
    }

    @Test func anErrorAfterItsEndIsTheBodys() async throws {
        try await withConnection { connection in
            await #expect(throws: Stop()) {
                try await connection.transaction { connection in
                    try connection.transaction { connection in
                        try connection.script("rollback")
                        throw Stop()
                    }
                }
            }
            try await connection.expectUsable()
        }
    }

    @Test(arguments: ["commit", "commit; begin"]) func aNestedBodyCannotEndTheOuterOne(end: String) async throws {
        try await withConnection { connection in
            let error = await errorOf {
                try await connection.transaction { connection in
                    try connection.transaction { connection in try connection.script(end) }
                }
            }
            guard case .misuse(.notInTransaction) = error else { throw error ?? .cancelled }
            #expect(await !connection.isInTransaction)
        }
    }

    @Test func aNestedBodyThatSwallowsAnErrorIsUndoneAlone() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table t (a int)")
            try await connection.transaction { connection in
                try connection.execute("insert into t values (1)")
                let error = #expect(throws: PQError.self) {
                    try connection.transaction { connection in
                        try connection.execute("insert into t values (2)")
                        _ = try? connection.execute("select 1/0")
                    }
                }
                guard case .transactionRolledBack? = error else { throw error ?? .cancelled }
                try connection.execute("insert into t values (3)")
            }
            #expect(try await connection.values("select a from t order by a", as: Int32.self) == [1, 3])
        }
    }

    @Test func insideATransactionBegunByHandItIsASavepoint() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table t (a int)")
            try await connection.script("begin")
            try await connection.transaction { try $0.execute("insert into t values (1)") }
            await #expect(throws: Stop()) {
                try await connection.transaction { connection in
                    try connection.execute("insert into t values (2)")
                    throw Stop()
                }
            }
            #expect(await connection.isInTransaction)
            #expect(try await connection.values("select a from t", as: Int32.self) == [1])
            try await connection.script("rollback")
            #expect(try await connection.values("select a from t", as: Int32.self) == [])
        }
    }
}
