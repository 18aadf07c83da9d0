public import PQ

/// A step somebody owes by a day, or a notice of a day that comes.
public struct Deadline: Sendable, Hashable {
    public let kind: String
    /// A notice obliges nobody and is never overdue.
    public let isNotice: Bool
    public let subjectID: Int64
    public let subjectName: String
    /// The case or the membership.
    public let aboutID: Int64
    public let agencyName: String
    public let officerCode: String?
    /// Last day in time; nil where the calendar does not reach.
    public let dueOn: CivilDate?
    public let daysLeft: Int?
    /// Whether a holiday notice still to come may move the day (RD-38).
    public let isProvisional: Bool
    public let isOverdue: Bool
    /// Where to publish or withdraw; nil for any other kind.
    public let channelName: String?

    /// Which deadlines are asked for.
    public struct Selection: Sendable {
        /// Days left at most; overdue ones are always among them.
        public var within: Int?
        public var officerCode: String?
        /// Code or name of an agency; those below it are included.
        public var agency: String?

        public init(within: Int? = nil, officerCode: String? = nil, agency: String? = nil) {
            (self.within, self.officerCode, self.agency) = (within, officerCode, agency)
        }
    }

    /// What is open on the day, the most urgent first.
    ///
    /// - Throws: `PQError`; with SQLSTATE AX001 before the plan.
    public static func open(
        asOf day: CivilDate, _ selection: Selection = Selection(), on connection: isolated Connection
    ) throws -> [Deadline] {
        try connection.rows(
            """
            with recursive chosen as (
                select a.agency_code
                from ops.agency as a
                where a.agency_code = \(selection.agency) or a.name = \(selection.agency)
                union
                select a.agency_code
                from ops.agency as a
                join chosen as c on c.agency_code = a.parent_code
            )
            select d.deadline_kind, d.is_notice, d.subject_id, d.subject_name, d.about_id, d.agency_name, d.officer_code,
                d.due_on, d.days_left, d.is_provisional, d.is_overdue, d.channel_name
            from reports.deadline_on(\(day)) as d
            where (\(selection.within)::bigint is null or d.days_left <= \(selection.within))
                and (\(selection.officerCode)::text is null or d.officer_code = \(selection.officerCode))
                and (\(selection.agency)::text is null or d.agency_code in (select c.agency_code from chosen as c))
            order by d.due_on, d.is_notice, d.about_id, d.deadline_kind
            """,
            as: (String, Bool, Int64, String, Int64, String, String?, CivilDate?, Int32?, Bool, Bool, String?).self
        ).map {
            Deadline(
                kind: $0.0, isNotice: $0.1, subjectID: $0.2, subjectName: $0.3, aboutID: $0.4, agencyName: $0.5,
                officerCode: $0.6, dueOn: $0.7, daysLeft: $0.8.map(Int.init), isProvisional: $0.9, isOverdue: $0.10,
                channelName: $0.11)
        }
    }
}
