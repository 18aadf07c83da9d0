internal import Foundation
public import PQ

/// Days and moments of the law: a day is a day in Asia/Shanghai and ends at 24:00 (RD-31).
public struct BusinessMoment: Sendable {
    /// Seconds that Asia/Shanghai is ahead of UTC; no summer time since 1991.
    private static let offset = 8 * 3600

    public let day: CivilDate
    /// ISO 8601 with the offset of Asia/Shanghai.
    public let isoTime: String

    /// The moment in Asia/Shanghai.
    ///
    /// - Parameter secondsSince1970: a host's clock; the caller reads it once, rules never do.
    public init(secondsSince1970: Int) {
        let local = secondsSince1970 + Self.offset
        let days = local / 86_400
        let second = local % 86_400
        let epoch = CivilDate(year: 1970, month: 1, day: 1)!
        day = epoch + days
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        isoTime = "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))+08:00"
    }

    /// The moment at a time of day of a given day, for runs that are made for another day than today.
    public init(day: CivilDate, timeOf other: BusinessMoment) {
        self.day = day
        isoTime = "\(day)\(other.isoTime.dropFirst(10))"
    }

    /// Now, by the host's clock.
    public static func now() -> BusinessMoment {
        BusinessMoment(secondsSince1970: Int(Date().timeIntervalSince1970))
    }
}
