import Glibc

/// A moment in time: PostgreSQL's `timestamptz`.
///
/// **Units** whole microseconds.
@frozen public struct Instant: Hashable, Comparable, Sendable {
    /// Since 2000-01-01T00:00:00Z, PostgreSQL's own count.
    public let microsecondsSinceEpoch: Int64

    @inlinable public init(microsecondsSinceEpoch: Int64) { self.microsecondsSinceEpoch = microsecondsSinceEpoch }

    public init(secondsSince1970 seconds: Int64, microseconds: Int64 = 0) {
        microsecondsSinceEpoch = (seconds - Self.epochSince1970) * 1_000_000 + microseconds
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

    public static func + (instant: Instant, duration: Duration) -> Instant {
        guard instant.isFinite else { return instant }
        let (seconds, attoseconds) = duration.components
        return Instant(
            microsecondsSinceEpoch: instant.microsecondsSinceEpoch + seconds * 1_000_000 + attoseconds
                / 1_000_000_000_000)
    }

    public static func - (left: Instant, right: Instant) -> Duration {
        .microseconds(left.microsecondsSinceEpoch - right.microsecondsSinceEpoch)
    }

    static let epochSince1970: Int64 = 946_684_800
}
