public import PQ

/// Ends the appointment of an officer of the operator's agency, or of one below it, or some of the officer's roles.
///
/// From then on nothing is signed by the officer, or in the role, whatever day an act bears; what was signed stays. Nobody ends an appointment
/// of his own, so that an operator always remains, and nobody that of the system, which signs what jobs do.
public struct EndAppointment: Act {
    public static let name = "end-appointment"
    public static let role = OfficerRole.operator
    public static let fields = [
        ActField("officer_code", .text, "经办人编号"),
        ActField("roles", .text, required: false, "只结束这些职责，以空格分隔；不写为全部免去"),
        ActField("reason", .text, "理由，如 调离"),
    ]

    let code: String
    let roles: [OfficerRole]

    public init(reading fields: ActFields) throws {
        code = try fields.text("officer_code")
        roles = try fields.roles("roles")
        _ = try fields.text("reason")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        guard let officer = try Officer.find(code, on: connection) else {
            throw Refusal(.unknownOfficer, ["officer": code])
        }
        guard code != context.officer.code, code != Officer.system else {
            throw Refusal(.appointmentStays, ["officer": code])
        }
        try context.officer.requireOwnOrBelow(officer.agencyCode, on: connection)
        if roles.isEmpty { try endAppointment(on: connection) } else { try end(roles, in: context, on: connection) }
        let left = try Officer.find(code, on: connection)?.roles ?? []
        return ActOutcome(answer: [
            "officer_code": .string(code), "is_active": .bool(!roles.isEmpty),
            "roles": .string(OfficerRole.allCases.filter(left.contains).map(\.rawValue).joined(separator: " ")),
        ])
    }

    private func endAppointment(on connection: isolated Connection) throws {
        let ended = try connection.execute(
            "update ops.officer as o set is_active = false where o.officer_code = \(code) and o.is_active")
        guard ended == 1 else { throw Refusal(.unknownOfficer, ["officer": code]) }
    }

    private func end(_ roles: [OfficerRole], in context: ActContext, on connection: isolated Connection) throws {
        for role in roles {
            let ended = try connection.execute(
                """
                insert into ops.officer_role_end (officer_code, role_code, ended_on, act_id, known_at)
                select r.officer_code, r.role_code, \(context.on), \(context.actID), now()
                from ops.role_in_force as r
                where r.officer_code = \(code) and r.role_code = \(role.rawValue)
                on conflict (officer_code, role_code) do nothing
                """)
            guard ended == 1 else { throw Refusal(.officerLacksRole, ["officer": code, "role": role.rawValue]) }
        }
    }
}
