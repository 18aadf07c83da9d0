import PQ

/// The case or membership that a document is about.
struct DocumentMatter: Sendable {
    struct Step: Sendable {
        let code: String
        let on: CivilDate
        let outcome: String?
        let detail: [String: JSONValue]

        /// The number the act that took the step gave to its document.
        var documentNumber: String? { (detail["decision_number"] ?? detail["document_number"])?.text }

        func text(_ member: String) -> String? { detail[member]?.text }
    }

    let owner: IssuedDocument.Owner
    let subjectID: Int64
    let agencyCode: String
    /// Null for a membership.
    let procedureCode: String?
    let recordID: Int64?
    let membershipID: Int64?
    let clauseCode: String?
    let steps: [Step]

    func step(_ code: String) -> Step? { steps.last { $0.code == code } }

    /// The matter of a membership, for a notice of how it can be repaired.
    init(_ membership: Membership) {
        owner = .membership(membership.id)
        (subjectID, agencyCode) = (membership.subjectID, membership.agencyCode)
        (procedureCode, recordID, clauseCode) = (nil, membership.foundingRecordID, nil)
        membershipID = membership.id
        steps = []
    }

    /// - Throws: `Refusal.unknownCase`.
    init(_ reference: CaseReference, on connection: isolated Connection) throws {
        let (id, key): (Int64?, String?) =
            switch reference {
            case .id(let id): (id, nil)
            case .openedBy(let key): (nil, key)
            }
        let found = try connection.firstRow(
            """
            select c.subject_id, c.case_id, c.agency_code, c.procedure_code, c.about_record_id, c.about_membership_id, c.clause_code
            from cases.procedure_case as c
            where c.case_id = \(id) or (c.subject_id, c.act_id) in (
                select k.subject_id, k.act_id from intake.act_key as k where k.key = \(key)
            )
            order by c.case_id
            limit 1
            """,
            as: (Int64, Int64, String, String, Int64?, Int64?, String?).self
        )
        guard let found else { throw Refusal(.unknownCase, ["case": reference.description]) }
        owner = .procedureCase(found.1)
        (subjectID, agencyCode, procedureCode) = (found.0, found.2, found.3)
        (recordID, membershipID, clauseCode) = (found.4, found.5, found.6)
        steps = try connection.rows(
            """
            select s.step_code, s.done_on, s.outcome, s.detail::text
            from cases.step as s
            where s.subject_id = \(found.0) and s.case_id = \(found.1)
            order by s.step_no
            """,
            as: (String, CivilDate, String?, String).self
        ).map { Step(code: $0.0, on: $0.1, outcome: $0.2, detail: try JSONValue(parsing: $0.3).members ?? [:]) }
    }
}
