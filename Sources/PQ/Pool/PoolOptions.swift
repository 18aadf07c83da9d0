/// How a pool keeps its connections.
public struct PoolOptions: Sendable {
    /// Connections kept when idle, and the most ever open.
    public var size: ClosedRange<Int>
    /// A connection idle for longer is asked whether it lives before it is lent.
    public var checkAfter: Duration
    /// A connection above the lower size idle for longer is closed, even when nobody comes to the pool any more.
    public var closeAfter: Duration

    public init(
        size: ClosedRange<Int> = 4...16, checkAfter: Duration = .seconds(30), closeAfter: Duration = .seconds(300)
    ) {
        precondition(size.upperBound > 0 && size.lowerBound >= 0, "a pool holds at least one connection")
        self.size = size
        self.checkAfter = checkAfter
        self.closeAfter = closeAfter
    }
}

/// Counts of a pool at one moment; the totals only grow.
public struct PoolMetrics: Sendable, Equatable {
    public var open = 0
    public var idle = 0
    public var leased = 0
    public var waiting = 0
    public var opened = 0
    /// Connections dropped because they were broken or left in a transaction.
    public var discarded = 0
    public var leases = 0
    /// Leases that had to wait for another to end.
    public var waits = 0
    /// The longest such wait.
    public var longestWait: Duration = .zero
    /// The longest time a connection was lent; counts leases that have not ended.
    public var longestLease: Duration = .zero
}
