internal import PQ

/// A moment in UTC as ISO 8601 to the second, without a formatter.
enum UTCTime {
    /// E.g. `2026-11-24T10:37:12Z`.
    static func text(secondsSince1970 seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = CivilDate(year: 1970, month: 1, day: 1)! + seconds / 86_400
        let second = seconds % 86_400
        return "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }
}
