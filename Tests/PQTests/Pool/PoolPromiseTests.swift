import PQ
import PQTesting
import Testing

/// What a pool says of leases, of its end and of retries.
@Suite struct PoolPromiseTests {
    private func pool(_ size: ClosedRange<Int>, closeAfter: Duration = .seconds(300)) throws -> Pool {
        Pool(try TestServer.shared().options(), options: PoolOptions(size: size, closeAfter: closeAfter))
    }

    @Test func whoKeepsAConnectionFindsItClosed() async throws {
        let pool = try pool(1...1)
        let pid = try await pool.withConnection { $0.backendProcessID }
        let kept = [try await pool.withConnection { $0 }, try await pool.withLease { $0 }]
        for connection in kept {
            let error = await errorOf { try await connection.execute("select 1") }
            guard case .connectionClosed = error else { throw error ?? .cancelled }
        }
        #expect(try await pool.withConnection { $0.backendProcessID } == pid, "the session itself is lent on")
        #expect(pool.metrics.opened == 1)
        await pool.shutdown()
    }

    @Test func theLongestLeaseCountsBeforeItEnds() async throws {
        let pool = try pool(1...1)
        let wanted = Duration.milliseconds(20)
        try await pool.withLease { _ in
            while pool.metrics.longestLease < wanted { await Task.yield() }
        }
        let longest = pool.metrics.longestLease
        #expect(longest >= wanted)
        try await pool.withConnection { _ in }
        #expect(pool.metrics.longestLease >= longest)
        await pool.shutdown()
    }

    @Test func surplusIsClosedWhenNobodyComesAnyMore() async throws {
        let pool = try pool(1...3, closeAfter: .milliseconds(50))
        try await pool.withLease { _ in try await pool.withLease { _ in try await pool.withConnection { _ in } } }
        #expect(pool.metrics.opened == 3)
        while pool.metrics.open > 1 { await Task.yield() }
        #expect(pool.metrics.idle == 1 && pool.metrics.leased == 0 && pool.metrics.discarded == 0)
        await pool.shutdown()
    }

    @Test func shutdownReturnsWhenTheLastLeaseIsClosed() async throws {
        let pool = try pool(1...2)
        let (kept, shutdown) = try await pool.withLease { connection in
            let shutdown = Task { await pool.shutdown() }
            while await errorOf({ try await pool.withConnection { _ in } }) == nil {}
            #expect(pool.metrics.open == 1)
            return (connection, shutdown)
        }
        await shutdown.value
        #expect(pool.metrics.open == 0)
        let error = await errorOf { try await kept.execute("select 1") }
        guard case .connectionClosed = error else { throw error ?? .cancelled }
    }

    @Test func retriesOfBothKindsCountTogether() async throws {
        let pool = try pool(1...2)
        let attempts = Counter()
        let error = await errorOf {
            try await pool.transaction(TransactionOptions(retries: 3)) { connection in
                guard attempts.increment() % 2 == 0 else {
                    return try connection.script("do $$ begin raise exception using errcode = '40001'; end $$")
                }
                try connection.execute("select pg_terminate_backend(pg_backend_pid())")
            }
        }
        #expect(error != nil)
        #expect(attempts.value == 4)
        await pool.shutdown()
    }
}
