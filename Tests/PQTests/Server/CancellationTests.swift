import PQ
import PQTesting
import Testing

@Suite struct CancellationTests {
    @Test func cancellingTheTaskCancelsTheStatement() async throws {
        try await withConnection { connection in
            let task = Task { try await connection.execute("select pg_sleep(60)") }
            try await waitUntilSleeping(await connection.backendProcessID)
            task.cancel()
            let error = await errorOf { try await task.value }
            guard case .cancelled = error else { throw error ?? .connectionClosed }
            try await connection.expectUsable()
        }
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table t (a int)")
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await connection.execute("insert into t values (1)")
            }
            let error = await errorOf { try await task.value }
            guard case .cancelled = error else { throw error ?? .connectionClosed }
            #expect(try await connection.value("select count(*) from t", as: Int.self) == 0)
        }
    }

    @Test func aCancelledTransactionIsRolledBack() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table t (a int)")
            let task = Task {
                try await connection.transaction { connection in
                    try connection.execute("insert into t values (1)")
                    try connection.execute("select pg_sleep(60)")
                }
            }
            try await waitUntilSleeping(await connection.backendProcessID)
            task.cancel()
            let error = await errorOf { try await task.value }
            guard case .cancelled = error else { throw error ?? .connectionClosed }
            #expect(await !connection.isInTransaction)
            #expect(try await connection.value("select count(*) from t", as: Int.self) == 0)
        }
    }

    @Test func aTimeoutOfTheServerIsNotACancellation() async throws {
        try await withConnection { connection in
            try await connection.script("set statement_timeout = '20ms'")
            let error = await errorOf { try await connection.execute("select pg_sleep(60)") }
            #expect(error?.sqlState == .queryCanceled)
            guard case .server = error else { throw error ?? .connectionClosed }
        }
    }

    @Test func manyCancellationsAtAnyMomentLeaveTheConnectionUsable() async throws {
        try await withConnection { connection in
            for round in 0..<300 {
                let task = Task {
                    try await connection.value(
                        "select \(round) from (select pg_sleep(0.002) offset 0) pause", as: Int.self)
                }
                if round % 3 == 0 { await Task.yield() } else { try? await Task.sleep(for: .microseconds(round * 10)) }
                task.cancel()
                _ = try? await task.value
                let next = try await connection.value("select \(round)", as: Int.self)
                #expect(next == round)
            }
        }
    }

    /// Waits until the backend runs the sleep, seen from another session.
    private func waitUntilSleeping(_ pid: Int32) async throws {
        try await withConnection { other in
            while try await !other.value(
                "select exists (select from pg_stat_activity where pid = \(pid) and wait_event = 'PgSleep')",
                as: Bool.self)
            {}
        }
    }
}
