import Glibc

/// How long and under which conditions one exchange with the server waits.
struct Watch {
    /// On the monotonic clock, in nanoseconds; nil waits for ever.
    private(set) var deadline: UInt64?
    /// COMMIT and ROLLBACK are not cancelled: their outcome must be learnt.
    let isCancellable: Bool
    var cancel: CancelRequest?
    /// When the server asked to cancel has to have answered; nil while nobody asked.
    private(set) var cancelBy: UInt64?
    /// When a server that works on is asked again.
    private(set) var cancelAgain: UInt64 = 0
    private var pause = Self.firstPause

    /// Shorter than a tick of the kernel, a timer has to be armed in hardware for every statement: at 1 ms a round
    /// trip took 14 µs of processor time, at 16 ms it takes 9.
    static let firstPause: Int32 = 16
    static let longestPause: Int32 = 64
    /// A server that does not answer a cancel request in this time is taken for dead.
    static let cancelGrace: Duration = .seconds(10)

    /// Time between two requests to cancel the same statement.
    static let cancelEvery: Duration = .milliseconds(50)

    init(deadline: Duration?, isCancellable: Bool = true) {
        self.deadline = deadline.map { monotonicNow() + $0.nanoseconds }
        self.isCancellable = isCancellable
    }

    /// Milliseconds for the next `poll`: short at first, doubling while nothing comes.
    mutating func nextPause() -> Int32 {
        defer { pause = min(pause * 2, Self.longestPause) }
        guard let deadline else { return pause }
        let now = monotonicNow()
        let left = deadline > now ? (deadline - now) / 1_000_000 + 1 : 0
        return min(pause, Int32(clamping: left))
    }

    /// Notes a request to cancel that was just sent; nil, that none could be made, which gives no more time.
    mutating func note(_ request: CancelRequest?, at now: UInt64) {
        cancel = request ?? cancel
        cancelAgain = now + Self.cancelEvery.nanoseconds
        cancelBy = cancelBy ?? now + Self.cancelGrace.nanoseconds
    }

    var isCancelling: Bool { cancelBy != nil }

    /// Waits no longer than until `other`.
    mutating func shorten(to other: UInt64?) {
        if let other { deadline = min(deadline ?? other, other) }
    }

    mutating func resetPause() { pause = Self.firstPause }

    var isPastDeadline: Bool { deadline.map { monotonicNow() >= $0 } ?? false }
}

func monotonicNow() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

extension Duration {
    /// Whole nanoseconds, none when negative, and no more than can be added to a moment of the monotonic clock.
    var nanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        return UInt64(max(0, seconds.multipliedClamped(1_000_000_000).addingClamped(attoseconds / 1_000_000_000)))
    }
}
