public import PQ

/// Names the login of the database with which an officer reads the reports: it sees what the officer's agency and those below it answer for.
///
/// A login is given once, so that a row kept under its name is always the same person's; it sees nothing once the appointment has ended.
/// **Source** Order 11 Art. 4; plan V; `ops.agencies_in_reach`.
public struct AssignLogin: Act {
    public static let name = "assign-login"
    public static let role = OfficerRole.operator
    public static let fields = [
        ActField("officer_code", .text, "经办人编号"),
        ActField("login", .text, "数据库登录名，已由数据库管理员建立"),
    ]

    let code: String
    let login: String

    public init(reading fields: ActFields) throws {
        code = try fields.text("officer_code")
        login = try fields.text("login")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        guard let officer = try Officer.find(code, on: connection) else {
            throw Refusal(.unknownOfficer, ["officer": code])
        }
        try context.officer.requireOwnOrBelow(officer.agencyCode, on: connection)
        let isLogin = try connection.value(
            "select exists (select from pg_roles as r where r.rolname = \(login) and r.rolcanlogin)", as: Bool.self)
        guard isLogin else { throw Refusal(.unknownLogin, ["login": login]) }
        let assigned = try connection.execute(
            """
            insert into ops.officer_login (login, officer_code, act_id) values (\(login), \(code), \(context.actID))
            on conflict (login) do nothing
            """
        )
        guard assigned == 1 else { throw Refusal(.loginTaken, ["login": login]) }
        return ActOutcome(answer: ["officer_code": .string(code), "login": .string(login)])
    }
}
