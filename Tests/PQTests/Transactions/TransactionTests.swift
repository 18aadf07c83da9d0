import PQ
import PQTesting
import Testing

@Suite struct TransactionTests {
    struct Stop: Error, Equatable {}
    static let database = TestDatabase(name: "transactions") { options in
        let connection = try await Connection.connect(options)
        try await connection.script("create table t (a int primary key, b int not null default 0)")
        await connection.close()
    }

    @Test func commitsItsWorkAndRollsBackOnAnError() async throws {
        try await Self.database.withClone { options in
            let connection = try await Connection.connect(options)
            let value = try await connection.transaction { connection in
                try connection.execute("insert into t values (1)")
                return "done"
            }
            #expect(value == "done")
            await #expect(throws: Stop()) {
                try await connection.transaction { connection in
                    try connection.execute("insert into t values (2)")
                    throw Stop()
                }
            }
            #expect(try await connection.values("select a from t", as: Int.self) == [1])
            #expect(await !connection.isInTransaction)
            await connection.close()
        }
    }

    @Test func aNestedOneIsASavepoint() async throws {
        let kept = try await Self.database.withRollback { connection in
            try connection.execute("insert into t values (1)")
            #expect(throws: PQError.self) {
                try connection.transaction { connection in
                    try connection.execute("insert into t values (2)")
                    try connection.execute("insert into t values (1)")
                }
            }
            try connection.transaction { connection in
                try connection.execute("insert into t values (3)")
                try? connection.transaction { connection in
                    try connection.execute("insert into t values (4)")
                    throw Stop()
                }
            }
            return try connection.values("select a from t order by a", as: Int.self)
        }
        #expect(kept == [1, 3])
    }

    @Test func optionsReachTheServer() async throws {
        try await withConnection { connection in
            let shown = try await connection.transaction(
                TransactionOptions(isolation: .serializable, isReadOnly: true, isDeferrable: true)
            ) { connection in
                try connection.row(
                    "select current_setting('transaction_isolation'), current_setting('transaction_read_only'), current_setting('transaction_deferrable')",
                    as: (String, String, String).self)
            }
            #expect(shown == ("serializable", "on", "on"))
        }
    }

    @Test func aSwallowedErrorIsNoCommit() async throws {
        try await withConnection { connection in
            let error = await errorOf {
                try await connection.transaction { connection in
                    _ = try? connection.execute("select 1/0")
                }
            }
            guard case .transactionRolledBack = error else { throw error ?? .cancelled }
        }
    }

    @Test func serializationFailuresRunAgain() async throws {
        try await Self.database.withClone { options in
            let (one, two) = (try await Connection.connect(options), try await Connection.connect(options))
            try await one.execute("insert into t values (1, 0), (2, 0)")
            let attempts = Counter()
            try await one.transaction(TransactionOptions(isolation: .repeatableRead, retries: 3)) { connection in
                _ = try connection.value("select sum(b) from t", as: Int.self)
                if attempts.increment() == 1 { try disturb(options) }
                try connection.execute("update t set b = b + 1 where a = 1")
            }
            #expect(attempts.value == 2)
            #expect(try await two.value("select b from t where a = 1", as: Int.self) == 11)
            await one.close()
            await two.close()
        }
    }

    @Test func otherErrorsDoNot() async throws {
        try await withConnection { connection in
            let attempts = Counter()
            _ = await errorOf {
                try await connection.transaction(TransactionOptions(retries: 5)) { connection in
                    attempts.increment()
                    try connection.execute("select 1/0")
                }
            }
            #expect(attempts.value == 1)
        }
    }

    @Test func aDeferredConstraintFailsTheCommit() async throws {
        try await withConnection { connection in
            let error = await errorOf {
                try await connection.transaction { connection in
                    try connection.script(
                        "create temporary table d (a int unique deferrable initially deferred); insert into d values (1), (1)"
                    )
                }
            }
            #expect(error?.sqlState == .uniqueViolation)
            #expect(await !connection.isInTransaction)
        }
    }

    @Test func aConnectionLostInTheBodyIsNoUnknownCommit() async throws {
        let connection = try await TestServer.shared().connect()
        let error = await errorOf {
            try await connection.transaction { connection in
                try connection.execute("select pg_terminate_backend(pg_backend_pid())")
            }
        }
        #expect(error?.isUnavailable == true)
        if case .commitUnknown = error { Issue.record("the commit was never sent") }
        await connection.close()
    }

    @Test func aConnectionLostDuringCommitIsUnknownAndCanBeLookedUp() async throws {
        try await Self.database.withClone { options in
            let (one, two) = (try await Connection.connect(options), try await Connection.connect(options))
            // The deferred trigger ends its own session inside COMMIT.
            try await one.script(
                """
                create function die() returns trigger language plpgsql as
                    $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return null; end $$;
                create constraint trigger die after insert on t deferrable initially deferred for each row execute function die()
                """)
            let error = await errorOf {
                try await one.transaction(TransactionOptions(tracksOutcome: true)) { connection in
                    try connection.execute("insert into t values (1)")
                }
            }
            guard case .commitUnknown(let xid?) = error else { throw error ?? .cancelled }
            var outcome = TransactionOutcome.inProgress
            while outcome == .inProgress { outcome = try await two.outcome(ofTransaction: xid) }
            #expect(outcome == .aborted)
            let committed = try await two.value("select pg_current_xact_id()::text", as: String.self)
            #expect(try await two.outcome(ofTransaction: committed) == .committed)
            await two.close()
        }
    }
}
