import Synchronization

/// Who has which connection and who waits; always used under the pool's lock.
struct PoolState {
    struct Idle {
        let connection: Connection
        let since: UInt64
    }

    /// What a lease gets at once.
    enum Offer {
        case idle(Idle)
        /// The right to open one; its place is counted already.
        case open
        case wait
        case shutDown
    }

    /// What a waiter is woken with.
    enum Grant: Sendable {
        case connection(Connection)
        case open
    }

    struct Waiter {
        let id: UInt64
        let continuation: CheckedContinuation<Grant, any Error>
        let since: UInt64
    }

    let options: PoolOptions
    var idle: [Idle] = []
    var waiters: [Waiter] = []
    var open = 0
    var leased = 0
    var isShutDown = false
    var ids: UInt64 = 0
    var totals = PoolMetrics()
    var shutdownWaiters: [CheckedContinuation<Void, Never>] = []

    init(options: PoolOptions) { self.options = options }

    /// Nobody passes those who wait: a connection that comes back goes to the first of them.
    mutating func offer() -> Offer {
        if isShutDown { return .shutDown }
        guard waiters.isEmpty else { return .wait }
        if let last = idle.popLast() {
            lend()
            return .idle(last)
        }
        guard open < options.size.upperBound else { return .wait }
        open += 1
        lend()
        return .open
    }

    mutating func lend() {
        leased += 1
        totals.leases += 1
    }

    /// Takes a connection back. Gives the connections to close and the waiter to wake.
    mutating func takeBack(
        _ connection: Connection?, now: UInt64
    ) -> (closing: [Connection], wake: (Waiter, Grant)?) {
        guard let connection else {
            totals.discarded += 1
            return ([], giveUpPlace(now: now))
        }
        leased -= 1
        if isShutDown {
            open -= 1
            return ([connection], nil)
        }
        if let waiter = nextWaiter(now: now) { return ([], (waiter, .connection(connection))) }
        idle.append(Idle(connection: connection, since: now))
        return (surplus(now: now), nil)
    }

    /// Ends a lease that has no connection: its place goes to the first who waits.
    mutating func giveUpPlace(now: UInt64) -> (Waiter, Grant)? {
        leased -= 1
        guard !isShutDown, let waiter = nextWaiter(now: now) else {
            open -= 1
            return nil
        }
        return (waiter, .open)
    }

    private mutating func nextWaiter(now: UInt64) -> Waiter? {
        guard !waiters.isEmpty else { return nil }
        let waiter = waiters.removeFirst()
        totals.longestWait = max(totals.longestWait, .nanoseconds(Int64(now - waiter.since)))
        lend()
        return waiter
    }

    /// Idle connections above the lower size that nobody has wanted for long, the longest idle first.
    private mutating func surplus(now: UInt64) -> [Connection] {
        let limit = options.closeAfter.nanoseconds
        let count = idle.prefix { now - $0.since > limit }.count
        let leaving = idle.prefix(min(count, max(0, open - options.size.lowerBound))).map(\.connection)
        idle.removeFirst(leaving.count)
        open -= leaving.count
        return leaving
    }

    var metrics: PoolMetrics {
        var metrics = totals
        metrics.open = open
        metrics.idle = idle.count
        metrics.leased = leased
        metrics.waiting = waiters.count
        return metrics
    }
}
