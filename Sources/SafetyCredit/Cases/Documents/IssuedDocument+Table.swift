public import PQ

extension IssuedDocument {
    /// The documents that a reference names: an id of a document or of a case, a number on a document, or the key of the act that opened
    /// the case or issued the document; newest first.
    ///
    /// - Throws: `PQError`.
    public static func find(_ reference: String, on connection: isolated Connection) throws -> [IssuedDocument] {
        let id = Int64(reference)
        return try read(
            where: """
                d.document_number = \(reference) or d.document_id = \(id) or d.case_id = \(id)
                    or d.act_id in (select k.act_id from intake.act_key as k where k.key = \(reference))
                    or d.case_id in (
                        select c.case_id
                        from intake.act_key as k
                        join cases.procedure_case as c on c.subject_id = k.subject_id and c.act_id = k.act_id
                        where k.key = \(reference)
                    )
                """, on: connection)
    }

    /// The document of the kind that the case or membership has; nil when none was issued.
    static func find(
        _ kind: DocumentKind, of owner: Owner, subjectID: Int64, on connection: isolated Connection
    ) throws -> IssuedDocument? {
        try read(
            where: """
                d.subject_id = \(subjectID) and d.kind = \(kind.rawValue)
                    and (d.case_id = \(owner.caseID) or d.membership_id = \(owner.membershipID))
                """, on: connection
        ).first
    }

    func insert(by agencyCode: String, in context: ActContext, on connection: isolated Connection) throws {
        try connection.execute(
            """
            insert into cases.issued_document (subject_id, document_id, kind, case_id, membership_id, agency_code, document_number,
                dated_on, template_version, data, sha256, act_id, known_at)
            values (\(subjectID), \(id), \(kind.rawValue), \(owner.caseID), \(owner.membershipID), \(agencyCode), \(number),
                \(datedOn), \(templateVersion), \(JSONValue.object(data).canonicalText), \(sha256), \(context.actID), now())
            """
        )
    }

    private static func read(
        where condition: Statement, on connection: isolated Connection
    ) throws -> [IssuedDocument] {
        try connection.rows(
            """
            select d.document_id, d.subject_id, d.kind, d.case_id, d.membership_id, d.document_number, d.dated_on,
                d.template_version, d.data::text, d.sha256
            from cases.issued_document as d
            where 
            """ + condition + " order by d.dated_on desc, d.document_id desc",
            as: (Int64, Int64, String, Int64?, Int64?, String, CivilDate, Int16, String, [UInt8]).self
        ).compactMap { row in
            guard let kind = DocumentKind(rawValue: row.2),
                let owner = row.3.map(Owner.procedureCase) ?? row.4.map(Owner.membership)
            else { return nil }
            return IssuedDocument(
                id: row.0, subjectID: row.1, kind: kind, owner: owner, number: row.5, datedOn: row.6,
                templateVersion: row.7, data: try JSONValue(parsing: row.8).members ?? [:], sha256: row.9)
        }
    }
}

extension IssuedDocument.Owner {
    var caseID: Int64? { if case .procedureCase(let id) = self { id } else { nil } }
    var membershipID: Int64? { if case .membership(let id) = self { id } else { nil } }
}
