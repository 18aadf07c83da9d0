public import PQ

/// The newest version of a penalty, as acts need it.
public struct Penalty: Sendable {
    public let recordID: Int64
    public let versionNo: Int32
    public let decisionNumber: String
    public let decidedOn: CivilDate
    public let agencyCode: String?
    public let annulledOn: CivilDate?
    public let isWithdrawn: Bool
    public let officerCode: String

    /// The penalty of the subject that the number names; nil when there is none.
    public static func find(
        _ decisionNumber: String, of subjectID: Int64, on connection: isolated Connection
    ) throws -> Penalty? {
        try find(
            recordID: try Record.id(.penalty, decisionNumber, of: subjectID, on: connection), of: subjectID,
            on: connection)
    }

    /// The penalty of the subject with the record id; nil when there is none.
    static func find(recordID: Int64?, of subjectID: Int64, on connection: isolated Connection) throws -> Penalty? {
        let found = try connection.firstRow(
            """
            select p.record_id, p.version_no, p.decision_number, p.decided_on, p.agency_code, p.annulled_on,
                p.is_withdrawn, p.officer_code
            from records.penalty_as_known('infinity') as p
            where p.subject_id = \(subjectID) and p.record_id = \(recordID)
            """,
            as: (Int64, Int32, String, CivilDate, String?, CivilDate?, Bool, String).self
        )
        return found.map {
            Penalty(
                recordID: $0.0, versionNo: $0.1, decisionNumber: $0.2, decidedOn: $0.3, agencyCode: $0.4,
                annulledOn: $0.5, isWithdrawn: $0.6, officerCode: $0.7)
        }
    }

    /// - Throws: `Refusal.groundMissing` with what the records lack for the unit to be listed under the clause by this penalty
    ///   (Order 11 Arts. 3, 6, 7).
    func requireGround(
        of clauseCode: String, at unitID: Int64, on day: CivilDate, _ connection: isolated Connection
    ) throws {
        let missing = try connection.value(
            "select records.missing_ground(\(unitID), \(recordID), \(clauseCode), \(day))", as: String?.self)
        if let missing { throw Refusal(.groundMissing, ["clause": clauseCode, "missing": missing]) }
    }

    /// Whether the penalty counts on the day.
    public func stands(on day: CivilDate) -> Bool {
        guard !isWithdrawn, decidedOn <= day else { return false }
        return annulledOn.map { $0 > day } ?? true
    }
}
