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

    /// What to do when a lease has ended.
    enum Return {
        /// Give the connection to the first who waits.
        case pass(Connection, Waiter)
        /// Nothing but to close what is surplus at the time given.
        case keep(surplusAt: UInt64?)
        /// Give up the place, once the connection is closed.
        case giveUp(Connection?)
    }

    let options: PoolOptions
    /// The longest idle first.
    var idle: [Idle] = []
    var waiters: [Waiter] = []
    var open = 0
    /// Places that are not idle: lent, being opened or being closed.
    var leased = 0
    /// When the leases under way began.
    private var lentSince: [UInt64] = []
    private var isWatchingSurplus = false
    /// How many of the places that are not idle end when their connection is closed.
    private var ending = 0
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

    private mutating func lend() {
        leased += 1
        totals.leases += 1
    }

    /// Begins a lease of a connection that works.
    mutating func begin(_ connection: Connection, now: UInt64) -> Lease {
        lentSince.append(now)
        return Lease(connection: connection, since: now)
    }

    /// Ends a lease; nil for a connection that was closed because it cannot be used again.
    mutating func end(_ lease: Lease, _ connection: Connection?, now: UInt64) -> Return {
        if let index = lentSince.firstIndex(of: lease.since) { lentSince.remove(at: index) }
        totals.longestLease = max(totals.longestLease, .nanoseconds(now - lease.since))
        guard let connection else {
            totals.discarded += 1
            return .giveUp(nil)
        }
        if isShutDown { return .giveUp(connection) }
        leased -= 1
        if let waiter = nextWaiter(now: now) { return .pass(connection, waiter) }
        idle.append(Idle(connection: connection, since: now))
        guard !isWatchingSurplus, let due = surplusDue else { return .keep(surplusAt: nil) }
        isWatchingSurplus = true
        return .keep(surplusAt: due)
    }

    /// Gives up a place without a connection to the first who waits.
    mutating func giveUpPlace(wasSurplus: Bool, now: UInt64) -> Waiter? {
        leased -= 1
        if wasSurplus { ending -= 1 }
        if !isShutDown, let waiter = nextWaiter(now: now) { return waiter }
        open -= 1
        return nil
    }

    private mutating func nextWaiter(now: UInt64) -> Waiter? {
        guard !waiters.isEmpty else { return nil }
        let waiter = waiters.removeFirst()
        totals.longestWait = max(totals.longestWait, .nanoseconds(now - waiter.since))
        lend()
        return waiter
    }

    var metrics: PoolMetrics {
        var metrics = totals
        metrics.open = open
        metrics.idle = idle.count
        metrics.leased = leased
        metrics.waiting = waiters.count
        if let oldest = lentSince.min() {
            metrics.longestLease = max(metrics.longestLease, .nanoseconds(monotonicNow() - oldest))
        }
        return metrics
    }
}

// MARK: - Surplus

extension PoolState {
    /// Connections above the lower size.
    private var surplus: Int { max(0, open - ending - options.size.lowerBound) }

    /// When one of them will have been idle for too long; nil when there is none.
    private var surplusDue: UInt64? {
        guard surplus > 0, let first = idle.first else { return nil }
        let (due, isOver) = first.since.addingReportingOverflow(options.closeAfter.nanoseconds)
        return isOver ? nil : due
    }

    /// Takes out the connections whose time has come, whose places are to be given up, and says when to look again.
    mutating func takeSurplus(now: UInt64) -> (closing: [Connection], next: UInt64?) {
        let due = idle.prefix { now - $0.since >= options.closeAfter.nanoseconds }.count
        let closing = idle.prefix(min(due, surplus)).map(\.connection)
        idle.removeFirst(closing.count)
        leased += closing.count
        ending += closing.count
        let next = surplusDue
        isWatchingSurplus = next != nil
        return (closing, next)
    }
}
