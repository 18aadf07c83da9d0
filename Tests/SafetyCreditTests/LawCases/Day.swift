/// A civil date with arithmetic of its own, so that the oracle shares none with the code it judges.
struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    let year: Int
    let month: Int
    let day: Int

    /// nil for a day that does not exist.
    init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Day.lastDay(of: month, year) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `2024-02-29` and no other spelling.
    init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        self.init(year, month, day)
    }

    static func < (left: Day, right: Day) -> Bool {
        if left.year != right.year { return left.year < right.year }
        return left.month != right.month ? left.month < right.month : left.day < right.day
    }

    static func lastDay(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool {
        year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    }

    /// The corresponding day so many months on, or the last day of that month when it has none (Civil Code Art. 202).
    func after(months: Int) -> Day {
        let count = year * 12 + month - 1 + months
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        return Day(newYear, newMonth, min(day, Day.lastDay(of: newMonth, newYear)))!
    }

    var next: Day {
        if let same = Day(year, month, day + 1) { return same }
        return Day(year, month + 1, 1) ?? Day(year + 1, 1, 1)!
    }

    var previous: Day {
        if let same = Day(year, month, day - 1) { return same }
        if let before = Day(year, month - 1, 1) { return Day(year, before.month, Day.lastDay(of: before.month, year))! }
        return Day(year - 1, 12, 31)!
    }

    func after(days: Int) -> Day {
        days < 0
            ? (0 ..< -days).reduce(self) { day, _ in day.previous } : (0..<days).reduce(self) { day, _ in day.next }
    }

    var description: String { Day.padded(year, 4) + "-" + Day.padded(month, 2) + "-" + Day.padded(day, 2) }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
