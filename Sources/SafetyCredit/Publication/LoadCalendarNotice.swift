public import PQ

/// Loads a notice of the State Council about days off, and with it moves the open due dates that reach the days it names.
///
/// Due dates of steps that are done, and of deliveries made, stay what they were. The act stands in this stage because the queue's open items
/// are the rightmost dates it moves; those of cases follow the calendar by themselves.
/// **Source** RD-01, RD-38.
public struct LoadCalendarNotice: Act {
    /// One day on which the notice departs from Monday to Friday.
    public struct Day: Sendable, Hashable {
        public let day: CivilDate
        public let isWorkingDay: Bool
        public let name: String
    }

    enum Kind: String, CaseIterable { case off, work }

    public static let name = "load-calendar-notice"
    public static let role = OfficerRole.operator
    public static let fields = [
        ActField("notice_code", .text, "通知代码：年份，一次性调整为年份加一个词"),
        ActField("notice_year", .integer, "所安排的年份"),
        ActField("issued_on", .date, "发文日期；同一天有两份通知时以后发的为准"),
        ActField("title", .text, "标题"),
        ActField(
            "days",
            .list([
                ActField("day", .date, "日期"), ActField("kind", .choice(Kind.allCases.map(\.rawValue)), "休息或上班"),
                ActField("name", .text, "节日"),
            ]), "与周一至周五不同的各日"),
    ]

    let noticeCode: String
    let noticeYear: Int64
    let issuedOn: CivilDate
    let title: String
    let days: [Day]

    public init(reading fields: ActFields) throws {
        noticeCode = try fields.text("notice_code")
        guard let year = try fields.optionalInteger("notice_year"), (1949...2200).contains(year) else {
            throw Refusal(.badField, ["field": "notice_year", "expected": "year"])
        }
        noticeYear = year
        issuedOn = try fields.date("issued_on")
        title = try fields.text("title")
        days = try fields.list("days").map {
            Day(
                day: try $0.date("day"), isWorkingDay: try $0.choice("kind", of: Kind.self) == .work,
                name: try $0.text("name"))
        }
        guard !days.isEmpty, Set(days.map(\.day)).count == days.count else {
            throw Refusal(.badField, ["field": "days", "expected": "at least one day, each once"])
        }
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let inserted = try connection.execute(
            """
            insert into law.calendar_notice (notice_code, notice_year, issued_on, title)
            values (\(noticeCode), \(Int32(noticeYear)), \(issuedOn), \(title))
            on conflict (notice_code) do nothing
            """
        )
        guard inserted == 1 else { throw Refusal(.noticeLoaded, ["notice": noticeCode]) }
        try refuseContradiction(on: connection)
        try connection.execute(
            """
            insert into law.calendar_exception (notice_code, day, is_working_day, name)
            select \(noticeCode), d.day, d.is_working_day, d.name
            from unnest(\(days.map(\.day)), \(days.map(\.isWorkingDay)), \(days.map(\.name))) as d (day, is_working_day, name)
            """
        )
        try connection.execute("select law.rebuild_calendar()")
        let moved = try connection.execute(
            """
            update publication.item as i
            set due_on = due.day, is_due_provisional = due.is_provisional
            from law.calendar_day as start, law.calendar_day as due
            where i.term_days > 0 and start.day = i.term_starts_on
                and due.is_working_day and due.working_day_no = start.working_day_no + i.term_days
                and (i.due_on, i.is_due_provisional) is distinct from (due.day, due.is_provisional)
            """
        )
        return ActOutcome(answer: ["notice_code": .string(noticeCode), "moved_due_dates": .integer(Int64(moved))])
    }

    /// - Throws: `Refusal.noticeContradicts` with the first day that an earlier notice arranges otherwise, unless this one was issued later.
    private func refuseContradiction(on connection: isolated Connection) throws {
        let contradiction = try connection.firstRow(
            """
            select e.day, e.notice_code
            from law.calendar_exception as e
            join law.calendar_notice as n on n.notice_code = e.notice_code
            join unnest(\(days.map(\.day)), \(days.map(\.isWorkingDay))) as d (day, is_working_day) on d.day = e.day
            where e.is_working_day <> d.is_working_day and n.issued_on >= \(issuedOn)
            order by e.day
            limit 1
            """,
            as: (CivilDate, String).self
        )
        if let (day, notice) = contradiction {
            throw Refusal(.noticeContradicts, ["day": day.description, "notice": notice])
        }
    }
}
