public import PQ

/// A document that a case has come to and nobody has issued yet.
public struct DueDocument: Sendable, Hashable {
    public let caseID: Int64
    public let kind: DocumentKind
    /// Day of the step the document is about.
    public let since: CivilDate
    public let subjectName: String
    public let agencyName: String

    /// What every case up to the day lacks, the oldest first; a certificate is issued when it is asked for, and never due.
    ///
    /// - Parameter agencyCode: nil for every agency.
    /// - Throws: `PQError`.
    public static func all(
        of agencyCode: String?, asOf day: CivilDate, on connection: isolated Connection
    ) throws -> [DueDocument] {
        let due = DocumentKind.allCases.filter { $0 != .removalCertificate }.flatMap { kind in
            let occasion = DocumentOccasion.of(kind)
            return occasion.procedures.sorted().map { (kind, $0, occasion.stepCode, occasion.outcome) }
        }
        return try connection.rows(
            """
            select c.case_id, o.kind, s.done_on, u.name, a.name
            from unnest(\(due.map(\.0.rawValue)), \(due.map(\.1)), \(due.map(\.2)), \(due.map(\.3)))
                as o (kind, procedure_code, step_code, outcome)
            join cases.procedure_case as c on c.procedure_code = o.procedure_code
            join cases.step as s on s.subject_id = c.subject_id and s.case_id = c.case_id and s.step_code = o.step_code
                and (o.outcome is null or s.outcome = o.outcome) and s.done_on <= \(day)
            join register.subject as u on u.subject_id = c.subject_id
            join ops.agency as a on a.agency_code = c.agency_code
            where (\(agencyCode)::text is null or c.agency_code = \(agencyCode))
                and not exists (
                    select from cases.issued_document as d
                    where d.subject_id = c.subject_id and d.case_id = c.case_id and d.kind = o.kind
                )
            order by s.done_on, c.case_id, s.step_no, o.kind
            """,
            as: (Int64, String, CivilDate, String, String).self
        ).compactMap { row in
            DocumentKind(rawValue: row.1).map {
                DueDocument(caseID: row.0, kind: $0, since: row.2, subjectName: row.3, agencyName: row.4)
            }
        }
    }
}
