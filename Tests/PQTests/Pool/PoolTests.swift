import Glibc
import PQ
import PQTesting
import Testing

@Suite struct PoolTests {
    private func pool(_ size: ClosedRange<Int>, checkAfter: Duration = .seconds(30)) throws -> Pool {
        Pool(try TestServer.shared().options(), options: PoolOptions(size: size, checkAfter: checkAfter))
    }

    @Test func connectionsAreOpenedWhenNeededAndUsedAgain() async throws {
        let pool = try pool(0...4)
        #expect(pool.metrics.open == 0)
        var pids: Set<Int32> = []
        for _ in 1...5 { pids.insert(try await pool.withConnection { $0.backendProcessID }) }
        #expect(pids.count == 1)
        #expect(pool.metrics.opened == 1 && pool.metrics.idle == 1 && pool.metrics.leases == 5)
        await pool.shutdown()
        #expect(pool.metrics.open == 0)
        let error = await errorOf { try await pool.withConnection { _ in } }
        guard case .poolShutDown = error else { throw error ?? .cancelled }
    }

    @Test func neverMoreThanItsSize() async throws {
        let pool = try pool(1...3)
        let gauge = Gauge()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<60 {
                group.addTask {
                    try await pool.withConnection { connection in
                        gauge.enter()
                        try connection.execute("select pg_sleep(0.001)")
                        gauge.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(gauge.most <= 3)
        #expect(pool.metrics.opened <= 3)
        #expect(pool.metrics.leases == 60)
        #expect(pool.metrics.waits > 0)
        await pool.shutdown()
    }

    @Test func whoAsksFirstIsServedFirst() async throws {
        let pool = try pool(1...1)
        let gauge = Gauge()
        try await pool.withLease { _ in
            var tasks: [Task<Void, any Error>] = []
            for number in 0..<20 {
                tasks.append(Task { try await pool.withConnection { _ in gauge.enter(number) } })
                while pool.metrics.waiting < number + 1 { await Task.yield() }
            }
        }
        while pool.metrics.waiting > 0 || pool.metrics.leased > 0 { await Task.yield() }
        #expect(gauge.order == Array(0..<20))
        await pool.shutdown()
    }

    @Test func aCancelledWaiterLeavesTheQueue() async throws {
        let pool = try pool(1...1)
        try await pool.withLease { _ in
            let waiter = Task { try await pool.withConnection { _ in } }
            while pool.metrics.waiting < 1 { await Task.yield() }
            waiter.cancel()
            let error = await errorOf { try await waiter.value }
            guard case .cancelled = error else { throw error ?? .connectionClosed }
            #expect(pool.metrics.waiting == 0)
        }
        #expect(try await pool.withConnection { try $0.value("select 1", as: Int.self) } == 1)
        await pool.shutdown()
    }

    @Test func brokenConnectionsAndOpenTransactionsAreNotLentAgain() async throws {
        let pool = try pool(1...1)
        let first = try await pool.withConnection { $0.backendProcessID }
        _ = await errorOf {
            try await pool.withConnection { try $0.execute("select pg_terminate_backend(pg_backend_pid())") }
        }
        let second = try await pool.withConnection { connection in
            try connection.script("begin")
            return connection.backendProcessID
        }
        let third = try await pool.withConnection { $0.backendProcessID }
        #expect(Set([first, second, third]).count == 3)
        #expect(pool.metrics.discarded == 2)
        await pool.shutdown()
    }

    @Test(arguments: [Duration.seconds(30), .zero]) func aConnectionKilledWhileIdleIsReplaced(checkAfter: Duration)
        async throws
    {
        let pool = try pool(1...1, checkAfter: checkAfter)
        let pid = try await pool.withConnection { $0.backendProcessID }
        try await withConnection { other in
            _ = try await other.value("select pg_terminate_backend(\(pid), 10000)", as: Bool.self)
        }
        let other = try await pool.withConnection { try $0.value("select pg_backend_pid()", as: Int32.self) }
        #expect(other != pid)
        await pool.shutdown()
    }

    @Test func aStreamLeftEarlyCostsNoConnection() async throws {
        let pool = try pool(1...1)
        for _ in 1...3 {
            try await pool.withLease { connection in
                for try await _ in connection.stream(StreamTests.firms(1_000_000), as: Firm.self) { break }
            }
        }
        #expect(pool.metrics.opened == 1 && pool.metrics.discarded == 0)
        await pool.shutdown()
    }

    @Test func whoFindsADeadConnectionKeepsTheTurn() async throws {
        try #require(try TestServer.shared().processID != nil, "only a server this process started may be stopped")
        let pool = try pool(1...1, checkAfter: .zero)
        let gauge = Gauge()
        let pid = try await pool.withConnection { $0.backendProcessID }
        kill(pid, SIGSTOP)
        let first = Task { try await pool.withConnection { _ in gauge.enter(1) } }
        while pool.metrics.leased < 1 { await Task.yield() }
        let second = Task { try await pool.withConnection { _ in gauge.enter(2) } }
        while pool.metrics.waiting < 1 { await Task.yield() }
        // The backend ends before it answers.
        kill(pid, SIGTERM)
        kill(pid, SIGCONT)
        try await first.value
        try await second.value
        #expect(gauge.order == [1, 2])
        #expect(pool.metrics.discarded == 1 && pool.metrics.leases == 3)
        await pool.shutdown()
    }

    @Test func aWaiterGetsThePlaceOfABrokenConnection() async throws {
        let pool = try pool(1...1)
        let (waiting, pid) = try await pool.withLease { connection in
            let waiting = Task { try await pool.withConnection { $0.backendProcessID } }
            while pool.metrics.waiting < 1 { await Task.yield() }
            let pid = await connection.backendProcessID
            await connection.close()
            return (waiting, pid)
        }
        #expect(try await waiting.value != pid)
        await pool.shutdown()
    }

    @Test func aConnectionLostBeforeCommitIsRetriedOnAnother() async throws {
        let pool = try pool(1...2)
        let attempts = Counter()
        let value = try await pool.transaction(TransactionOptions(retries: 1)) { connection in
            if attempts.increment() == 1 { try connection.execute("select pg_terminate_backend(pg_backend_pid())") }
            return try connection.value("select 7", as: Int.self)
        }
        #expect(value == 7)
        #expect(attempts.value == 2)
        await pool.shutdown()
    }

    @Test func aServerThatIsDownFailsEveryLeaseAndLeaksNoPlace() async throws {
        let pool = Pool(ConnectionOptions(conninfo: "host=/nowhere"), size: 1...2)
        for _ in 1...5 {
            let error = await errorOf { try await pool.withConnection { _ in } }
            guard case .connectionFailed = error else { throw error ?? .cancelled }
        }
        #expect(pool.metrics.open == 0 && pool.metrics.leased == 0 && pool.metrics.discarded == 0)
        await pool.shutdown()
    }
}
