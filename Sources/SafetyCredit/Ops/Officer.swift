public import PQ

/// What an officer may do.
public enum OfficerRole: String, Sendable, CaseIterable {
    /// Records facts about subjects.
    case recorder
    /// Runs a case up to its decision.
    case handler
    /// Decides cases handled by others.
    case decider
    /// Runs publication.
    case publisher
    /// Runs jobs and appoints officers.
    case `operator`

    func name(in language: Language) -> String {
        switch self {
        case .recorder: language.choose("记录人", "recorder")
        case .handler: language.choose("承办人", "handler")
        case .decider: language.choose("决定人", "decider")
        case .publisher: language.choose("公示人", "publisher")
        case .operator: language.choose("运行人", "operator")
        }
    }
}

/// A person of an agency, or an automatic actor, that signs acts.
public struct Officer: Sendable, Hashable {
    public let code: String
    public let agencyCode: String
    public let roles: Set<OfficerRole>

    /// Signs what jobs do.
    static let system = "system"

    /// The active officer with the code; nil when there is none.
    public static func find(_ code: String, on connection: isolated Connection) throws -> Officer? {
        let found = try connection.firstRow(
            """
            select o.agency_code, array(select r.role_code from ops.role_in_force as r where r.officer_code = o.officer_code)
            from ops.officer as o
            where o.officer_code = \(code) and o.is_active
            """,
            as: (String, [String]).self
        )
        guard let (agencyCode, roles) = found else { return nil }
        return Officer(code: code, agencyCode: agencyCode, roles: Set(roles.compactMap(OfficerRole.init)))
    }
}
