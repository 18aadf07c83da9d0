import Synchronization

extension Pool {
    func lease() async throws(PQError) -> Lease {
        let connection = try await connection()
        return state.withLock { $0.begin(connection, now: monotonicNow()) }
    }

    /// A connection that works: idle, new, or from the one who had it before.
    private func connection() async throws(PQError) -> Connection {
        switch state.withLock({ $0.offer() }) {
        case .shutDown: throw .poolShutDown
        case .open: return try await open()
        case .idle(let idle):
            if await isHealthy(idle) { return idle.connection }
            state.withLock { $0.totals.discarded += 1 }
            await idle.connection.close()
            return try await open()
        case .wait:
            switch try await wait() {
            case .connection(let connection): return connection
            case .open: return try await open()
            }
        }
    }

    private func open() async throws(PQError) -> Connection {
        do throws(PQError) {
            let connection = try await Connection.connect(connectionOptions)
            state.withLock { $0.totals.opened += 1 }
            return connection
        } catch {
            giveUpPlace()
            throw error
        }
    }

    private func isHealthy(_ idle: PoolState.Idle) async -> Bool {
        let isStale = monotonicNow() - idle.since > options.checkAfter.nanoseconds
        return await idle.connection.isAlive(asking: isStale)
    }

    private func wait() async throws(PQError) -> PoolState.Grant {
        let id = state.withLock { state in
            state.ids += 1
            return state.ids
        }
        do {
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    enqueue(id, continuation)
                }
            } onCancel: {
                let waiter = state.withLock { state in
                    state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
                }
                waiter?.continuation.resume(throwing: PQError.cancelled)
            }
        } catch {
            throw (error as? PQError) ?? .cancelled
        }
    }

    /// Queues a waiter, unless something changed since it was told to wait.
    private func enqueue(_ id: UInt64, _ continuation: CheckedContinuation<PoolState.Grant, any Error>) {
        let outcome: Result<PoolState.Grant, any Error>? = state.withLock { state in
            if Task.isCancelled { return .failure(PQError.cancelled) }
            switch state.offer() {
            case .shutDown: return .failure(PQError.poolShutDown)
            case .open: return .success(.open)
            case .idle(let idle): return .success(.connection(idle.connection))
            case .wait:
                state.totals.waits += 1
                state.waiters.append(PoolState.Waiter(id: id, continuation: continuation, since: monotonicNow()))
                return nil
            }
        }
        if let outcome { continuation.resume(with: outcome) }
    }
}

extension Connection {
    /// Whether the session still stands: seen from the socket, or by asking the server.
    func isAlive(asking: Bool) -> Bool {
        guard let session, session.isReusable, session.socketLives() else { return false }
        guard asking else { return true }
        do throws(PQError) {
            try execute(Statement(sql: "").within(.seconds(5)))
            return true
        } catch {
            return error.isCancellation
        }
    }
}

extension PQError {
    fileprivate var isCancellation: Bool { if case .cancelled = self { true } else { false } }
}
