public import PQ

/// The last day of a term of working days.
public struct DueDate: Sendable, Hashable {
    public let on: CivilDate
    /// Whether a holiday notice still to come may move it (RD-38).
    public let isProvisional: Bool

    /// The day by which a term named in `law.parameter` ends when it starts on the day.
    ///
    /// - Throws: `Refusal.dayNotInCalendar` where the calendar does not reach.
    static func after(
        _ day: CivilDate, term parameterCode: String, on connection: isolated Connection
    ) throws -> DueDate {
        let (due, isProvisional) = try connection.row(
            """
            select d.due_on, d.is_provisional
            from law.working_day_due(\(day), law.parameter_value(\(parameterCode), \(day))) as d
            """,
            as: (CivilDate?, Bool?).self
        )
        guard let due, let isProvisional else { throw Refusal(.dayNotInCalendar, ["day": day.description]) }
        return DueDate(on: due, isProvisional: isProvisional)
    }

    var answer: [String: JSONValue] {
        ["due_on": .string(on.description), "is_due_provisional": .bool(isProvisional)]
    }
}
