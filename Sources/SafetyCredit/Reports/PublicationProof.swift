public import PQ

/// What is proven of one entry on one channel, and how late.
///
/// **Shape** a row of `reports.publication_proof`.
/// **Units** lateness in calendar days after the last day in time; nil where the law sets no date.
public struct PublicationProof: Sendable {
    public let membershipID: Int64
    public let listCode: String
    public let subjectName: String
    public let channelCode: String
    public let state: String
    public let firstShownOn: CivilDate?
    public let publishDueOn: CivilDate?
    public let publishDaysLate: Int32?
    public let goneOn: CivilDate?
    public let withdrawDueOn: CivilDate?
    public let withdrawDaysLate: Int32?
    public let openAction: String?
    public let lastFault: String?

    /// Every entry on every channel, as of a day.
    public static func all(asOf day: CivilDate, on connection: isolated Connection) throws -> [PublicationProof] {
        try connection.rows(
            """
            select p.membership_id, p.list_code, p.subject_name, p.channel_code, p.state, p.first_shown_on, p.publish_due_on,
                p.publish_days_late, p.gone_on, p.withdraw_due_on, p.withdraw_days_late, p.open_action, p.last_fault
            from reports.publication_proof(\(day)) as p
            order by p.channel_code, p.membership_id
            """, as: PublicationProof.self)
    }
}

extension PublicationProof: Row {
    public static var columns: [Column] {
        [
            Column("membership_id", Int64.self), Column("list_code", String.self), Column("subject_name", String.self),
            Column("channel_code", String.self), Column("state", String.self),
            Column("first_shown_on", CivilDate?.self), Column("publish_due_on", CivilDate?.self),
            Column("publish_days_late", Int32?.self), Column("gone_on", CivilDate?.self),
            Column("withdraw_due_on", CivilDate?.self), Column("withdraw_days_late", Int32?.self),
            Column("open_action", String?.self), Column("last_fault", String?.self),
        ]
    }

    public init(decoding row: inout RowDecoder) throws(PQError) {
        membershipID = try row.next()
        listCode = try row.next()
        subjectName = try row.next()
        channelCode = try row.next()
        state = try row.next()
        firstShownOn = try row.next()
        publishDueOn = try row.next()
        publishDaysLate = try row.next()
        goneOn = try row.next()
        withdrawDueOn = try row.next()
        withdrawDaysLate = try row.next()
        openAction = try row.next()
        lastFault = try row.next()
    }
}
