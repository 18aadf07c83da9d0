extension CivilDate: Comparable {
    @inlinable public static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }

    /// The day so many days later; infinity stays infinite.
    public static func + (date: CivilDate, days: Int) -> CivilDate {
        date.isFinite ? CivilDate(daysSinceEpoch: Int32(Int(date.daysSinceEpoch) + days)) : date
    }

    public static func - (date: CivilDate, days: Int) -> CivilDate { date + -days }

    /// Days from the right to the left date.
    public static func - (left: CivilDate, right: CivilDate) -> Int {
        Int(left.daysSinceEpoch) - Int(right.daysSinceEpoch)
    }

    /// As `date + interval` in PostgreSQL: a day the target month lacks becomes its last day.
    public func adding(years: Int = 0, months: Int = 0) -> CivilDate {
        guard isFinite else { return self }
        let (year, month, day) = components
        let total = year * 12 + (month - 1) + years * 12 + months
        let newYear = total >= 0 ? total / 12 : (total - 11) / 12
        let newMonth = total - newYear * 12 + 1
        let newDay = min(day, Self.daysIn(month: newMonth, year: newYear))
        guard let date = CivilDate(year: newYear, month: newMonth, day: newDay) else {
            return total >= 0 ? .infinity : .negativeInfinity
        }
        return date
    }
}
