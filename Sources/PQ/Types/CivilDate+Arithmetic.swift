extension CivilDate: Comparable {
    @inlinable public static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }

    /// The day so many days later; infinity stays infinite and is what is too far.
    public static func + (date: CivilDate, days: Int) -> CivilDate {
        guard date.isFinite else { return date }
        return CivilDate(daysSinceEpoch: Int32(clamping: Int(date.daysSinceEpoch).addingClamped(days)))
    }

    public static func - (date: CivilDate, days: Int) -> CivilDate { date + 0.subtractingClamped(days) }

    /// Days from the right to the left date.
    public static func - (left: CivilDate, right: CivilDate) -> Int {
        Int(left.daysSinceEpoch) - Int(right.daysSinceEpoch)
    }

    /// As `date + interval` in PostgreSQL: a day the target month lacks becomes its last day.
    public func adding(years: Int = 0, months: Int = 0) -> CivilDate {
        guard isFinite else { return self }
        let (year, month, day) = components
        let total = (year * 12 + (month - 1)).addingClamped(years.multipliedClamped(12)).addingClamped(months)
        let newYear = total / 12 - (total % 12 < 0 ? 1 : 0)
        let newMonth = (total % 12 + 12) % 12 + 1
        let newDay = min(day, Self.daysIn(month: newMonth, year: newYear))
        guard let date = CivilDate(year: newYear, month: newMonth, day: newDay) else {
            return total >= 0 ? .infinity : .negativeInfinity
        }
        return date
    }
}
