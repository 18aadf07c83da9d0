public import PQ

/// A subject as it is known now.
public struct Subject: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case business
        case serviceBody = "service_body"
        case person
    }

    public let id: Int64
    public let kind: Kind
    public let name: String
    public let reportingUnitCode: String?

    /// The unit with the code.
    ///
    /// - Throws: `Refusal.unknownSubject`.
    public static func unit(_ code: CreditCode, on connection: isolated Connection) throws -> Subject {
        // Two statements, claim first: one with a sub-select would go to every node of a distributed register.
        let claimed = try connection.values(
            """
            select c.subject_id
            from register.identifier_claim as c
            where c.value = \(code.text) and c.scheme = 'credit_code'
            """,
            as: Int64.self
        ).first
        guard let claimed, let subject = try find(claimed, on: connection) else {
            throw Refusal(.unknownSubject, ["subject": code.text])
        }
        return subject
    }

    /// The subject with the id; nil when there is none.
    public static func find(_ id: Int64, on connection: isolated Connection) throws -> Subject? {
        let found = try connection.firstRow(
            """
            select s.kind, s.name, s.reporting_unit_code
            from register.subject as s
            where s.subject_id = \(id)
            """,
            as: (String, String, String?).self
        )
        guard let (kind, name, unit) = found, let kind = Kind(rawValue: kind) else { return nil }
        return Subject(id: id, kind: kind, name: name, reportingUnitCode: unit)
    }
}
