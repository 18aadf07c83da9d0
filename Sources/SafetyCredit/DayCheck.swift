public import PQ

/// Whether a day may be worked for: a wrong one takes off what is listed, shows what has expired, and dates acts wrongly.
public enum DayCheck {
    /// Longest gap since the last day worked that a clock may bridge without a person.
    static let longestGap = 45

    /// Accepts the day of the host's clock where the database's clock and the last day worked bear it out.
    ///
    /// - Throws: `UntrustedDay`, `PQError`.
    public static func acceptClock(_ day: CivilDate, on connection: isolated Connection) throws {
        try acceptHostClock(day, on: connection)
        // A job that somebody ran for a day to come says nothing of the clock, and must not hold up every day until then.
        let lastDay = try connection.value(
            """
            select greatest(
                (
                    select max(r.as_of)
                    from ops.job_run as r
                    where r.as_of <= (r.finished_at at time zone 'Asia/Shanghai')::date
                ),
                (select max(c.reconciled_on) from publication.channel as c))
            """,
            as: CivilDate?.self)
        guard let lastDay else { return }
        guard day >= lastDay else { throw UntrustedDay.goesBack(day: day, last: lastDay) }
        guard day - lastDay <= longestGap else { throw UntrustedDay.longGap(day: day, last: lastDay) }
    }

    /// Accepts the day of the host's clock where the database's clock bears it out: enough for what takes nothing back.
    ///
    /// - Throws: `UntrustedDay.clocksDisagree`, `PQError`.
    public static func acceptHostClock(_ day: CivilDate, on connection: isolated Connection) throws {
        let serverDay = try connection.value("select (now() at time zone 'Asia/Shanghai')::date", as: CivilDate.self)
        guard abs(serverDay - day) <= 1 else { throw UntrustedDay.clocksDisagree(host: day, database: serverDay) }
    }

    /// Accepts a day that a person named for publication, where the channels were not brought beyond it already.
    ///
    /// - Parameter today: the day of the host's clock, to which one may always go back.
    /// - Throws: `UntrustedDay`, `PQError`.
    public static func acceptNamed(
        _ day: CivilDate, today: CivilDate, on connection: isolated Connection
    ) throws {
        guard day != today else { return }
        let last = try connection.value(
            "select max(c.reconciled_on) from publication.channel as c", as: CivilDate?.self)
        if let last, day < last { throw UntrustedDay.takesBack(day: day, reconciled: last) }
    }
}

/// Why a day is not worked for.
public enum UntrustedDay: Error, Sendable, Hashable {
    case clocksDisagree(host: CivilDate, database: CivilDate)
    /// The clock gives a day before the last one worked.
    case goesBack(day: CivilDate, last: CivilDate)
    case longGap(day: CivilDate, last: CivilDate)
    /// The channels already show what a later day asks for.
    case takesBack(day: CivilDate, reconciled: CivilDate)
}
