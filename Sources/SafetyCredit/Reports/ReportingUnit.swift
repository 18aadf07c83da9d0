import PQ

/// A unit that hands in the statistics form.
public struct ReportingUnit: Sendable, Hashable {
    public let code: String
    public let name: String

    /// The unit with the code or name; nil when there is none.
    static func find(_ codeOrName: String, on connection: isolated Connection) throws -> ReportingUnit? {
        try connection.firstRow(
            """
            select u.reporting_unit_code, u.name
            from ops.reporting_unit as u
            where \(codeOrName) in (u.reporting_unit_code, u.name)
            """,
            as: (String, String).self
        ).map { ReportingUnit(code: $0.0, name: $0.1) }
    }

    /// The agency that runs a reporting unit; for the whole city those of all.
    static func agencies(of unitCode: String?, on connection: isolated Connection) throws -> [String] {
        try connection.values(
            """
            select distinct u.agency_code
            from ops.reporting_unit as u
            where \(unitCode)::text is null or u.reporting_unit_code = \(unitCode)
            """,
            as: String.self)
    }
}
