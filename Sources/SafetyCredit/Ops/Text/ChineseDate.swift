internal import PQ

/// Dates as Chinese readers write them.
enum ChineseDate {
    static func text(_ date: CivilDate) -> String { "\(date.year)年\(date.month)月\(date.day)日" }

    /// The same with the time of day, from an ISO 8601 time: 2026年11月24日 18:37.
    static func text(time: String) -> String {
        guard let date = CivilDate(iso: String(time.prefix(10))) else { return time }
        return text(date) + " " + time.dropFirst(11).prefix(5)
    }
}
