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

    /// The unit with the code or, where none is given, the subject with the id.
    ///
    /// - Throws: `Refusal.missingField` when neither is given; `Refusal.unknownSubject`.
    static func named(by code: CreditCode?, or id: Int64?, on connection: isolated Connection) throws -> Subject {
        if let code { return try unit(code, on: connection) }
        guard let id else { throw Refusal(.missingField, ["field": "credit_code"]) }
        guard let subject = try find(id, on: connection) else {
            throw Refusal(.unknownSubject, ["subject": String(id)])
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

    /// Makes acts wait that look at what this one is about to write of the subject, until its transaction ends.
    static func lock(_ id: Int64, on connection: isolated Connection) throws {
        try connection.execute(
            "select from register.subject as s where s.subject_id = \(id) for no key update")
    }

    /// - Throws: `Refusal.subjectGone` when the subject no longer exists on the day (RD-29).
    static func refuseDeregistered(_ id: Int64, on day: CivilDate, _ connection: isolated Connection) throws {
        let goneOn = try connection.values(
            "select s.deregistered_on from register.subject as s where s.subject_id = \(id) and s.deregistered_on <= \(day)",
            as: CivilDate.self
        ).first
        if let goneOn { throw Refusal(.subjectGone, ["gone": goneOn.description]) }
    }

    /// Copies the rows that acts have just written into the append-only history: the one place that knows its columns.
    ///
    /// An act that registers several persons calls it for each: what is kept already stays.
    /// - Parameter acts: an expression or a query that gives act ids.
    static func keepVersions(of acts: Statement, on connection: isolated Connection) throws {
        try connection.execute(
            """
            insert into register.subject_version (subject_id, version_no, kind, name, sort_key, reporting_unit_code,
                industry_code, enterprise_type, business_scope, registered_address, legal_representative, registered_on,
                deregistered_on, act_id, known_at)
            select s.subject_id, s.version_no, s.kind, s.name, s.sort_key, s.reporting_unit_code, s.industry_code,
                s.enterprise_type, s.business_scope, s.registered_address, s.legal_representative, s.registered_on,
                s.deregistered_on, s.act_id, s.known_at
            from register.subject as s
            where s.act_id in (\(acts))
            on conflict (subject_id, version_no) do nothing
            """
        )
    }
}
