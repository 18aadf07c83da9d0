/// How to reach the database and how a connection behaves.
public struct ConnectionOptions: Sendable {
    /// A libpq connection string or URL, several hosts and `target_session_attrs` included; empty takes the `PG*`
    /// environment.
    public var conninfo: String
    public var applicationName: String
    /// The role the session works as from its first statement on.
    public var role: String?
    /// Other server settings for the session.
    public var settings: [String: String]
    /// Time for reaching one host, after which the next is tried; a `connect_timeout` in the conninfo goes before it.
    /// The look-up of its name is the resolver's and has the resolver's own limit.
    public var connectTimeout: Duration
    /// Deadline of statements that carry none of their own; nil waits.
    public var statementDeadline: Duration?
    /// Prepared statements kept per connection.
    public var preparedStatements: Int
    /// Swift enumerations that must have the labels of the database's.
    public var checkedEnums: [CheckedEnum]
    /// Hears the server's notices on the connection's thread, in the middle of the call they belong to: what takes long
    /// belongs elsewhere.
    public var onNotice: (@Sendable (Notice) -> Void)?

    public init(
        conninfo: String = "", applicationName: String = "PQ", role: String? = nil, settings: [String: String] = [:],
        connectTimeout: Duration = .seconds(10), statementDeadline: Duration? = nil, preparedStatements: Int = 256,
        checkedEnums: [CheckedEnum] = [],
        onNotice: (@Sendable (Notice) -> Void)? = nil
    ) {
        self.conninfo = conninfo
        self.applicationName = applicationName
        self.role = role
        self.settings = settings
        self.connectTimeout = connectTimeout
        self.statementDeadline = statementDeadline
        self.preparedStatements = preparedStatements
        self.checkedEnums = checkedEnums
        self.onNotice = onNotice
    }
}

extension ConnectionOptions: CustomStringConvertible {
    /// Never the conninfo, which may hold a password.
    public var description: String { "connection options of \(applicationName)" }
}
