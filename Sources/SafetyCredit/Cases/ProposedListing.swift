public import PQ

/// A unit that meets a clause of grade D from its records, for an officer to start a listing case.
///
/// It lists nobody: only a decision after notice and defence does.
/// **Source** plan IV D; Order 11 Arts. 3, 6, 7; RD-20, RD-26.
public struct ProposedListing: Sendable, Hashable {
    public let creditCode: String
    public let subjectName: String
    public let clauseCode: String
    public let clauseText: String
    public let foundingRecordID: Int64?
    /// Number of the penalty decision that the notice has to name; nil while no penalty is recorded.
    public let penaltyDecisionNumber: String?
    /// Who punished and therefore decides; nil while no penalty is recorded.
    public let agencyName: String?
    public let evidenceIDs: [Int64]
    /// Day on which the last of the facts stood.
    public let sinceOn: CivilDate
    /// Words of the decision that show the ground; nil where a field of the records does.
    public let shownBy: String?

    /// Every proposal of a day, the oldest first.
    ///
    /// - Throws: `PQError`; with SQLSTATE AX001 when no parameter is in force on the day.
    public static func all(asOf day: CivilDate, on connection: isolated Connection) throws -> [ProposedListing] {
        try connection.rows(
            """
            select coalesce(i.value, ''), s.name, c.clause_code, c.text_zh, l.founding_record_id, p.decision_number,
                p.agency_name, l.evidence_ids, l.since_on, l.shown_by
            from cases.proposed_listing(\(day)) as l
            join law.clause as c on c.clause_code = l.clause_code
            join register.subject as s on s.subject_id = l.subject_id
            left join register.subject_identifier as i on i.subject_id = l.subject_id and i.scheme = 'credit_code'
            left join records.penalty_as_known('infinity') as p
                on p.subject_id = l.subject_id and p.record_id = l.founding_record_id
            order by l.since_on, i.value, c.sort_order, l.founding_record_id
            """,
            as: (String, String, String, String, Int64?, String?, String?, [Int64], CivilDate, String?).self
        ).map {
            ProposedListing(
                creditCode: $0.0, subjectName: $0.1, clauseCode: $0.2, clauseText: $0.3, foundingRecordID: $0.4,
                penaltyDecisionNumber: $0.5, agencyName: $0.6, evidenceIDs: $0.7, sinceOn: $0.8, shownBy: $0.9)
        }
    }

    /// Decisions whose fine lies outside the band of Work Safety Law Art. 114, so that the field of clause DA3 may be wrong.
    ///
    /// - Throws: `PQError`; with SQLSTATE AX001 when no parameter is in force on the day.
    public static func doubtfulFines(asOf day: CivilDate, on connection: isolated Connection) throws -> [String] {
        try connection.values(
            """
            select p.decision_number
            from records.article_114_doubt(\(day)) as d
            join records.penalty_as_known('infinity') as p on p.subject_id = d.subject_id and p.record_id = d.record_id
            order by p.decided_on, p.decision_number
            """,
            as: String.self)
    }
}
