public import PQ

/// One membership of one list, as it is known now.
public struct Membership: Sendable {
    public let subjectID: Int64
    public let id: Int64
    public let list: ListCode
    public let decisionNumber: String
    public let agencyCode: String
    public let listedOn: CivilDate
    public let publishedOn: CivilDate?
    public let endedOn: CivilDate?
    public let endReason: EndReason?
    /// Days listed, half-open.
    public let during: DateRange
    /// Last day of the period, whatever ended it before; nil while unpublished.
    public let lastDay: CivilDate?
    public let foundingRecordID: Int64?
    public let unitID: Int64?
    /// Decision that restored it after fraud; nil while none has.
    public let restoredByNumber: String?

    /// The membership with the id, locked until the transaction ends; nil when there is none.
    static func find(_ id: Int64, on connection: isolated Connection) throws -> Membership? {
        // First the lock: what is read while one waits for it may be old.
        let subjectID = try connection.values(
            "select m.subject_id from lists.membership as m where m.membership_id = \(id) for update", as: Int64.self
        ).first
        return try connection.firstRow(
            """
            select m.subject_id, m.list_code, m.decision_number, m.agency_code, m.listed_on, m.published_on, m.ended_on,
                m.end_reason, m.during, m.last_day, m.founding_record_id, m.unit_id,
                (
                    select r.decision_number
                    from lists.membership as r
                    where r.subject_id = m.subject_id and r.restores_membership_id = m.membership_id
                    limit 1
                )
            from lists.membership_by_law('infinity') as m
            where m.subject_id = \(subjectID) and m.membership_id = \(id)
            """,
            as: (
                Int64, ListCode, String, String, CivilDate, CivilDate?, CivilDate?, EndReason?, DateRange, CivilDate?,
                Int64?, Int64?, String?
            ).self
        ).map {
            Membership(
                subjectID: $0.0, id: id, list: $0.1, decisionNumber: $0.2, agencyCode: $0.3, listedOn: $0.4,
                publishedOn: $0.5, endedOn: $0.6, endReason: $0.7, during: $0.8, lastDay: $0.9,
                foundingRecordID: $0.10, unitID: $0.11, restoredByNumber: $0.12)
        }
    }

    /// First day no longer listed; nil while no end is known.
    var firstDayOff: CivilDate? { during.isEmpty ? listedOn : during.upper }

    /// The memberships of a subject in force on the day.
    static func inForce(of subjectID: Int64, on day: CivilDate, _ connection: isolated Connection) throws
        -> [Membership]
    {
        try connection.values(
            """
            select m.membership_id
            from lists.membership_by_law('infinity') as m
            where m.subject_id = \(subjectID) and m.during @> \(day)::date
            order by m.membership_id
            """,
            as: Int64.self
        ).compactMap { try find($0, on: connection) }
    }

    /// The membership that restores this one; nil while none does.
    func restoredBy(on connection: isolated Connection) throws -> Int64? {
        try connection.values(
            """
            select m.membership_id
            from lists.membership as m
            where m.subject_id = \(subjectID) and m.restores_membership_id = \(id)
            """,
            as: Int64.self
        ).first
    }

    /// Whether the membership is in force on the day.
    func isInForce(on day: CivilDate) -> Bool { during.contains(day) }

    /// - Throws: `Refusal.alreadyEnded`, `Refusal.notInForce`.
    func requireInForce(on day: CivilDate) throws(Refusal) {
        if let endedOn {
            throw Refusal(
                .alreadyEnded,
                ["ended": endedOn.description].merging(restoredByNumber.map { ["restored": $0] } ?? [:]) { $1 })
        }
        guard isInForce(on: day) else { throw Refusal(.notInForce, ["on": day.description]) }
    }

    /// Ends the membership on the day, its first day off the list, and keeps the version.
    ///
    /// - Throws: `Refusal.alreadyEnded`, `Refusal.notInForce`.
    func end(
        on day: CivilDate, because reason: EndReason, decisionNumber: String?, in context: ActContext,
        on connection: isolated Connection
    ) throws {
        try requireInForce(on: day)
        try connection.execute(
            """
            update lists.membership as m
            set ended_on = \(day), end_reason = \(reason.rawValue), end_decision_number = \(decisionNumber),
                version_no = m.version_no + 1, act_id = \(context.actID), known_at = now()
            where m.subject_id = \(subjectID) and m.membership_id = \(id)
            """
        )
        try Self.keepVersions(of: "\(context.actID)", on: connection)
    }

    public enum EndReason: String, CaseIterable, Sendable, PQDecodable {
        case earlyRemoval = "early_removal"
        case revoked, annulled, repaired, objection, corrected, deregistered

        public func name(in language: Language) -> String {
            switch self {
            case .earlyRemoval: language.choose("提前移出", "early removal")
            case .revoked: language.choose("撤销列入", "revoked")
            case .annulled: language.choose("处罚被撤销", "penalty annulled")
            case .repaired: language.choose("信用修复", "repaired")
            case .objection: language.choose("异议成立", "objection upheld")
            case .corrected: language.choose("记录更正", "record corrected")
            case .deregistered: language.choose("主体注销", "deregistered")
            }
        }
    }

    /// What `lists.membership` and its history have in common: the one place that knows.
    static let versionColumns: Statement = """
        subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on,
        period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason,
        end_decision_number, expired_on, during, capped_on, act_id, known_at
        """

    /// Copies the rows that acts have just written into the append-only history.
    ///
    /// - Parameter acts: an expression or a query that gives act ids.
    static func keepVersions(of acts: Statement, on connection: isolated Connection) throws {
        try connection.execute(
            """
            insert into lists.membership_version (\(versionColumns))
            select \(versionColumns)
            from lists.membership as m
            where m.act_id in (\(acts))
            """
        )
    }
}
