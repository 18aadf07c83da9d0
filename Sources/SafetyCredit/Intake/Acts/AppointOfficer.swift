public import PQ

/// Enters an officer of the operator's agency, or of one below it, with roles.
public struct AppointOfficer: Act {
    public static let name = "appoint-officer"
    public static let role = OfficerRole.operator
    public static let fields = [
        ActField("officer_code", .text, "经办人编号"),
        ActField("officer_name", .text, "姓名"),
        ActField("agency_code", .text, "所属机关代码"),
        ActField("roles", .text, "职责，以空格分隔：\(ActFields.knownRoles)"),
    ]

    let code: String
    let officerName: String
    let agencyCode: String
    let roles: [OfficerRole]

    public init(reading fields: ActFields) throws {
        code = try fields.text("officer_code")
        officerName = try fields.text("officer_name")
        agencyCode = try fields.text("agency_code")
        _ = try fields.text("roles")
        roles = try fields.roles("roles")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        try context.officer.requireOwnOrBelow(agencyCode, on: connection)
        let inserted = try connection.execute(
            """
            insert into ops.officer (officer_code, name, agency_code) values (\(code), \(officerName), \(agencyCode))
            on conflict (officer_code) do nothing
            """
        )
        guard inserted == 1 else { throw Refusal(.officerExists, ["officer": code]) }
        try connection.execute(
            """
            insert into ops.officer_role (officer_code, role_code)
            select \(code), r.role_code from unnest(\(roles.map(\.rawValue))) as r (role_code)
            on conflict (officer_code, role_code) do nothing
            """
        )
        return ActOutcome(answer: ["officer_code": .string(code)])
    }
}
