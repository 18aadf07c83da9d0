/// How a transaction behaves. A nested call makes a savepoint and takes none of these.
public struct TransactionOptions: Sendable {
    public enum Isolation: String, Sendable {
        case readCommitted = "read committed"
        case repeatableRead = "repeatable read"
        case serializable
    }

    /// nil takes the server's default.
    public var isolation: Isolation?
    public var isReadOnly: Bool
    /// Waits for a snapshot that cannot fail; needs `serializable` and `isReadOnly`.
    public var isDeferrable: Bool
    /// How often the body may run again: after 40001 or 40P01 and, in a pool's transaction, after a connection lost
    /// before COMMIT. All of these count together.
    public var retries: Int
    /// Asks for the transaction's id before COMMIT, one more trip, so that an unknown outcome can be looked up.
    public var tracksOutcome: Bool

    public init(
        isolation: Isolation? = nil, isReadOnly: Bool = false, isDeferrable: Bool = false, retries: Int = 0,
        tracksOutcome: Bool = false
    ) {
        self.isolation = isolation
        self.isReadOnly = isReadOnly
        self.isDeferrable = isDeferrable
        self.retries = retries
        self.tracksOutcome = tracksOutcome
    }

    var begin: String {
        var sql = "begin"
        if let isolation { sql += " isolation level \(isolation.rawValue)" }
        if isReadOnly { sql += " read only" }
        if isDeferrable { sql += " deferrable" }
        return sql
    }
}
