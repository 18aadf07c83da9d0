/// A day of the proleptic Gregorian calendar, with no time and no zone: PostgreSQL's `date`.
///
/// **Units** days; year 0 is the year 1 BC, as in ISO 8601. Legal dates are days in the place where the law applies.
@frozen public struct CivilDate: Hashable, Sendable {
    /// Days since 2000-01-01, PostgreSQL's own count.
    public let daysSinceEpoch: Int32

    @inlinable public init(daysSinceEpoch: Int32) { self.daysSinceEpoch = daysSinceEpoch }

    /// PostgreSQL's 'infinity': after every day.
    public static let infinity = CivilDate(daysSinceEpoch: .max)
    /// PostgreSQL's '-infinity': before every day.
    public static let negativeInfinity = CivilDate(daysSinceEpoch: .min)

    public var isFinite: Bool { self != .infinity && self != .negativeInfinity }

    /// The day, or nil when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (-4800...5_874_897).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysIn(month: month, year: year)
        else { return nil }
        // Years run from March, so that the leap day is the last of its year.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        daysSinceEpoch = Int32(era * 146_097 + dayOfEra - Self.epochFromMarchZero)
    }

    /// Year, month and day; infinity gives the far ends of the calendar and has no meaning here.
    public var components: (year: Int, month: Int, day: Int) {
        let days = Int(daysSinceEpoch) + Self.epochFromMarchZero
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    public var year: Int { components.year }
    public var month: Int { components.month }
    public var day: Int { components.day }

    /// 1 Monday … 7 Sunday.
    public var isoWeekday: Int {
        let weekday = (Int(daysSinceEpoch) + 5) % 7  // 2000-01-01 was a Saturday
        return (weekday < 0 ? weekday + 7 : weekday) + 1
    }

    public static func isLeap(year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    public static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 0000-03-01 to 2000-01-01.
    private static let epochFromMarchZero = 730_425
}
