/// Why a connection could not be made, as the setting to look at.
public struct ConnectionFault: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The connection settings a failure can point to.
    public enum Setting: String, Sendable, CaseIterable {
        case conninfo, host, port, user, password, dbname, sslmode, sslrootcert, sslcert, options, role
        case channelBinding = "channel_binding"
        case targetSessionAttributes = "target_session_attrs"
        case connectTimeout = "connect_timeout"
        case maxConnections = "max_connections (of the server)"
        case threadLimit = "the limit of threads (of this machine)"
    }

    /// The settings to look at, the likeliest first.
    public let settings: [Setting]
    /// What the server answered, when it answered.
    public let sqlState: SQLState?
    /// libpq's own words, for the debug log alone: they may name host, user and database. Empty for a conninfo that cannot
    /// be parsed: they would hold pieces of it, such as the password.
    public let message: String

    public var description: String {
        let look = settings.map(\.rawValue).joined(separator: ", ")
        let state = sqlState.map { "\($0.rawValue): \($0.phrase); " } ?? ""
        return "could not connect: \(state)look at \(look)"
    }

    /// What an array, an optional or an enclosing error prints: as safe as `description`.
    public var debugDescription: String { description }

    /// For the debug log alone.
    public var details: String { message.isEmpty ? description : "\(description)\nmessage: \(message)" }
}
