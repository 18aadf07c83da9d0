import Glibc

/// A moment in time: PostgreSQL's `timestamptz`.
///
/// **Units** whole microseconds.
@frozen public struct Instant: Hashable, Comparable, Sendable {
    /// Since 2000-01-01T00:00:00Z, PostgreSQL's own count.
    public let microsecondsSinceEpoch: Int64

    @inlinable public init(microsecondsSinceEpoch: Int64) { self.microsecondsSinceEpoch = microsecondsSinceEpoch }

    /// Infinity when it is too far.
    public init(secondsSince1970 seconds: Int64, microseconds: Int64 = 0) {
        microsecondsSinceEpoch = seconds.subtractingClamped(Self.epochSince1970)
            .multipliedClamped(1_000_000).addingClamped(microseconds)
    }

    public static let infinity = Instant(microsecondsSinceEpoch: .max)
    public static let negativeInfinity = Instant(microsecondsSinceEpoch: .min)

    /// The host's clock. Rules take their date as an argument; this is for logs and leases.
    public static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(secondsSince1970: Int64(time.tv_sec), microseconds: Int64(time.tv_nsec) / 1000)
    }

    public var isFinite: Bool { self != .infinity && self != .negativeInfinity }
    public var secondsSince1970: Double {
        Double(microsecondsSinceEpoch) / 1_000_000 + Double(Self.epochSince1970)
    }

    @inlinable public static func < (left: Instant, right: Instant) -> Bool {
        left.microsecondsSinceEpoch < right.microsecondsSinceEpoch
    }

    /// The moment so much later; infinity stays infinite and is what is too far.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        guard instant.isFinite else { return instant }
        let (seconds, attoseconds) = duration.components
        let microseconds = seconds.multipliedClamped(1_000_000).addingClamped(attoseconds / 1_000_000_000_000)
        return Instant(microsecondsSinceEpoch: instant.microsecondsSinceEpoch.addingClamped(microseconds))
    }

    /// The time between two moments, at most that between two that are 292,271 years apart.
    public static func - (left: Instant, right: Instant) -> Duration {
        .microseconds(left.microsecondsSinceEpoch.subtractingClamped(right.microsecondsSinceEpoch))
    }

    static let epochSince1970: Int64 = 946_684_800
}
