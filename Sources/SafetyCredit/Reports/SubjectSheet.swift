public import PQ

/// What the register holds of one unit on a day: an officer's first look at it, and the answer to a firm that asks.
public struct SubjectSheet: Sendable {
    /// A record of the unit.
    public struct Record: Sendable {
        public let kind: RecordKind
        public let id: Int64
        public let number: String
        /// Day of the decision, accident, award or result; first day of a certificate or ban.
        public let datedOn: CivilDate
        /// In Chinese, as the register's data are.
        public let content: String
        public let annulledOn: CivilDate?
        public let isWithdrawn: Bool
        /// It counts, and somebody has to answer the objection to it (RD-39).
        public let isObjectionPending: Bool
    }

    /// A step owed in a case of the unit.
    public struct Duty: Sendable {
        public let caseID: Int64
        public let procedure: Procedure
        /// Any of these ends the duty.
        public let owed: [Case.Step]
        public let agencyName: String
        /// Last day in time; nil where the calendar does not reach.
        public let dueOn: CivilDate?
        public let isProvisional: Bool
    }

    /// What one channel is proven to show of one membership.
    public struct Showing: Sendable {
        public let membershipID: Int64
        public let channelName: String
        public let state: EntryState
        public let provenAt: Instant?
    }

    public let creditCode: String
    public let name: String
    /// Oldest first.
    public let formerNames: [String]
    public let reportingUnitName: String
    public let registeredAddress: String?
    public let registeredOn: CivilDate?
    public let deregisteredOn: CivilDate?
    public let day: CivilDate
    /// nil when the unit is not graded that day.
    public let grade: String?
    public let clauseCodes: [String]
    public let memberships: [MembershipState]
    /// Newest first; those dated after the day are left out.
    public let records: [Record]
    public let duties: [Duty]
    public let showings: [Showing]

    /// The sheet of the unit with the code.
    ///
    /// - Throws: `Refusal.unknownSubject`; `PQError`, with SQLSTATE AX001 before the plan.
    public static func of(_ code: CreditCode, asOf day: CivilDate, on connection: isolated Connection) throws
        -> SubjectSheet
    {
        let subject = try Subject.unit(code, on: connection)
        let (unitName, address, registeredOn, deregisteredOn, formerNames) = try connection.row(
            """
            select u.name, s.registered_address, s.registered_on, s.deregistered_on,
                array(
                    select v.name
                    from register.subject_version as v
                    where v.subject_id = s.subject_id and v.name <> s.name
                    group by v.name
                    order by min(v.version_no)
                )
            from register.subject as s
            join ops.reporting_unit as u on u.reporting_unit_code = s.reporting_unit_code
            where s.subject_id = \(subject.id)
            """,
            as: (String, String?, CivilDate?, CivilDate?, [String]).self
        )
        let graded = try GradedSubject.graded(asOf: day, .init(codes: [code]), on: connection).first
        return SubjectSheet(
            creditCode: code.text, name: subject.name, formerNames: formerNames,
            reportingUnitName: unitName, registeredAddress: address, registeredOn: registeredOn,
            deregisteredOn: deregisteredOn, day: day, grade: graded?.grade, clauseCodes: graded?.clauseCodes ?? [],
            memberships: try MembershipState.all(asOf: day, of: subject.id, on: connection),
            records: try records(of: subject.id, by: day, connection),
            duties: try duties(of: subject.id, on: day, connection),
            showings: try showings(of: subject.id, connection))
    }

    private static func records(of subjectID: Int64, by day: CivilDate, _ connection: isolated Connection) throws
        -> [Record]
    {
        try connection.rows(
            """
            select r.kind, r.record_id, r.record_number, r.dated_on, r.content, r.annulled_on, r.is_withdrawn,
                exists (
                    select from cases.objection_pending(\(day)) as o
                    where o.subject_id = \(subjectID) and o.record_id = r.record_id
                )
            from records.record_phrase(\(subjectID), 'infinity') as r
            where r.dated_on <= \(day)
            order by r.dated_on desc, r.record_id desc
            """,
            as: (RecordKind, Int64, String, CivilDate, String, CivilDate?, Bool, Bool).self
        ).map {
            Record(
                kind: $0.0, id: $0.1, number: $0.2, datedOn: $0.3, content: $0.4, annulledOn: $0.5, isWithdrawn: $0.6,
                isObjectionPending: $0.7)
        }
    }

    private static func duties(of subjectID: Int64, on day: CivilDate, _ connection: isolated Connection) throws
        -> [Duty]
    {
        try connection.rows(
            """
            select o.case_id, o.procedure_code, o.owed_codes, a.name, o.due_on, o.is_provisional
            from cases.open_deadline(\(day)) as o
            join ops.agency as a on a.agency_code = o.agency_code
            where o.subject_id = \(subjectID)
            order by o.due_on, o.case_id
            """,
            as: (Int64, Procedure, [Case.Step], String, CivilDate?, Bool).self
        ).map {
            Duty(caseID: $0.0, procedure: $0.1, owed: $0.2, agencyName: $0.3, dueOn: $0.4, isProvisional: $0.5)
        }
    }

    private static func showings(of subjectID: Int64, _ connection: isolated Connection) throws -> [Showing] {
        try connection.rows(
            """
            select e.membership_id, c.name, e.state, e.proven_at
            from publication.entry as e
            join publication.channel as c on c.channel_code = e.channel_code
            where e.subject_id = \(subjectID)
            order by e.membership_id, e.channel_code
            """,
            as: (Int64, String, EntryState, Instant?).self
        ).map { Showing(membershipID: $0.0, channelName: $0.1, state: $0.2, provenAt: $0.3) }
    }
}
