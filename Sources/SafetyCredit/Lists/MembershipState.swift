public import PQ

/// A membership as it stands on a day, with the names a reader needs.
///
/// **Shape** a row of `lists.membership_state`.
public struct MembershipState: Sendable {
    public let membershipID: Int64
    public let list: ListCode
    public let subjectName: String
    public let creditCode: String?
    public let clauseCode: String
    public let decisionNumber: String
    public let listedOn: CivilDate
    public let publishedOn: CivilDate?
    /// nil until the first publication (RD-16).
    public let lastDay: CivilDate?
    /// With the day itself; nil when not in force.
    public let daysLeft: Int32?
    /// First day on which early removal can be applied for (RD-33).
    public let removalFrom: CivilDate
    public let endReason: Membership.EndReason?
    public let isInForce: Bool

    /// The memberships decided by the day, of one subject or of all.
    ///
    /// - Parameter isInForceOnly: leaves out those that have ended.
    public static func all(
        asOf day: CivilDate, of subjectID: Int64? = nil, isInForceOnly: Bool = false, on connection: isolated Connection
    ) throws -> [MembershipState] {
        try connection.rows(
            """
            select m.membership_id, m.list_code, m.subject_name, m.credit_code, m.clause_code, m.decision_number,
                m.listed_on, m.published_on, m.last_day, m.days_left, m.removal_from, m.end_reason, m.is_in_force
            from lists.membership_state(\(day), 'infinity') as m
            where (\(subjectID)::bigint is null or m.subject_id = \(subjectID)) and (m.is_in_force or not \(isInForceOnly))
            order by m.list_code desc, m.listed_on, m.membership_id
            """)
    }
}

extension MembershipState: Row {
    public static var columns: [Column] {
        [
            Column("membership_id", Int64.self), Column("list_code", ListCode.self),
            Column("subject_name", String.self), Column("credit_code", String?.self),
            Column("clause_code", String.self), Column("decision_number", String.self),
            Column("listed_on", CivilDate.self),
            Column("published_on", CivilDate?.self), Column("last_day", CivilDate?.self),
            Column("days_left", Int32?.self), Column("removal_from", CivilDate.self),
            Column("end_reason", Membership.EndReason?.self), Column("is_in_force", Bool.self),
        ]
    }

    public init(decoding row: inout RowDecoder) throws(PQError) {
        self.init(
            membershipID: try row.next(), list: try row.next(), subjectName: try row.next(),
            creditCode: try row.next(), clauseCode: try row.next(), decisionNumber: try row.next(),
            listedOn: try row.next(), publishedOn: try row.next(),
            lastDay: try row.next(), daysLeft: try row.next(), removalFrom: try row.next(),
            endReason: try row.next(), isInForce: try row.next())
    }
}
