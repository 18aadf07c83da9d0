import Synchronization

/// Connections to one database, opened when needed and lent in the order of asking.
///
/// A connection is lent to a closure; whoever keeps it longer finds it closed. What the closure changed in the session is
/// not undone: settings, `set role`, LISTEN, temporary tables and advisory locks go to the next borrower. Roles and
/// settings for all belong in `ConnectionOptions`, those for some work in a transaction (`set local`).
public final class Pool: Sendable {
    public let connectionOptions: ConnectionOptions
    public let options: PoolOptions
    let state: Mutex<PoolState>

    public init(_ connectionOptions: ConnectionOptions = ConnectionOptions(), options: PoolOptions = PoolOptions()) {
        self.connectionOptions = connectionOptions
        self.options = options
        state = Mutex(PoolState(options: options))
    }

    public convenience init(_ connectionOptions: ConnectionOptions, size: ClosedRange<Int>) {
        self.init(connectionOptions, options: PoolOptions(size: size))
    }

    public var metrics: PoolMetrics { state.withLock { $0.metrics } }

    /// Lends a connection to statements that run without a suspension between them.
    ///
    /// **Throws** the body's error; `PQError.connectionFailed` when none can be opened; `.cancelled` while waiting;
    /// `.poolShutDown`.
    public func withConnection<T: Sendable>(
        _ body: @Sendable (isolated Connection) throws -> T
    ) async throws -> T {
        let lease = try await lease()
        let (result, rest) = await lease.connection.run(body)
        await takeBack(rest, from: lease)
        return try result.get()
    }

    /// Lends a connection to asynchronous work such as a stream.
    public func withLease<T>(
        isolation: isolated (any Actor)? = #isolation, _ body: (Connection) async throws -> T
    ) async throws -> T {
        let lease = try await lease()
        do {
            let value = try await body(lease.connection)
            await takeBack(await lease.connection.handOver(), from: lease)
            return value
        } catch {
            await takeBack(await lease.connection.handOver(), from: lease)
            throw error
        }
    }

    /// Runs a transaction, and runs it anew on another connection when the first was lost before COMMIT.
    ///
    /// `options.retries` counts these retries as well as those after 40001 and 40P01.
    @discardableResult
    public func transaction<T: Sendable>(
        _ options: TransactionOptions = TransactionOptions(), _ body: @Sendable (isolated Connection) throws -> T
    ) async throws -> T {
        var retries = options.retries
        while true {
            let left = retries
            let (result, rest) = try await withConnection { connection in
                var rest = left
                let result = Result { try connection.transaction(options, retries: &rest, body) }
                return (result, rest)
            }
            retries = rest
            do {
                return try result.get()
            } catch let error as PQError where error.isLostBeforeCommit && retries > 0 {
                retries -= 1
            }
        }
    }

    /// Refuses new leases, wakes who waits with `.poolShutDown`, and returns when all connections are closed.
    public func shutdown() async {
        let (closing, waiters) = state.withLock { state in
            state.isShutDown = true
            defer {
                state.open -= state.idle.count
                state.idle = []
                state.waiters = []
            }
            return (state.idle.map(\.connection), state.waiters)
        }
        for waiter in waiters { waiter.continuation.resume(throwing: PQError.poolShutDown) }
        for connection in closing { await connection.close() }
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                if state.leased > 0 { state.shutdownWaiters.append(continuation) }
                return state.leased == 0
            }
            if isDone { continuation.resume() }
        }
    }
}

extension PQError {
    /// The session ended while the transaction's body ran: nothing was committed.
    fileprivate var isLostBeforeCommit: Bool {
        switch self {
        case .connectionLost, .connectionClosed: true
        case .server(let error): error.sqlState.endsSession
        case .rollbackFailed(let body, _): (body as? PQError)?.isLostBeforeCommit ?? false
        default: false
        }
    }
}

extension Connection {
    /// Runs a borrower's body and ends the lease in the same turn; `rest` can be lent again.
    fileprivate func run<T: Sendable>(
        _ body: @Sendable (isolated Connection) throws -> T
    ) -> (result: Result<T, any Error>, rest: Connection?) {
        let result = Result { try body(self) }
        return (result, handOver())
    }
}
