extension SQLState {
    /// A fixed short phrase for the state or its class; it never holds anything the server said.
    var phrase: String {
        switch self {
        case .uniqueViolation: "unique constraint violated"
        case .foreignKeyViolation: "foreign key violated"
        case .checkViolation: "check constraint violated"
        case .notNullViolation: "value missing where one is required"
        case .exclusionViolation: "exclusion constraint violated"
        case .serializationFailure: "could not serialize the transaction"
        case .deadlockDetected: "deadlock detected"
        case .insufficientPrivilege: "permission denied"
        case .queryCanceled: "statement cancelled by the server"
        case .lockNotAvailable: "lock not available"
        case .readOnlyTransaction: "read-only transaction"
        case .inFailedTransaction: "transaction already failed"
        case .tooManyConnections: "too many connections"
        case .raisedException: "raised by a function"
        default: Self.classPhrases[errorClass] ?? "error of the server"
        }
    }

    private static let classPhrases: [String: String] = [
        "00": "successful completion", "01": "warning", "02": "no data", "03": "statement not yet complete",
        "08": "connection exception", "09": "triggered action exception", "0A": "feature not supported",
        "0B": "invalid transaction initiation", "0F": "locator exception", "0L": "invalid grantor",
        "0P": "invalid role specification", "0Z": "diagnostics exception", "20": "case not found",
        "21": "cardinality violation", "22": "data exception", "23": "integrity constraint violated",
        "24": "invalid cursor state", "25": "invalid transaction state", "26": "invalid statement name",
        "27": "triggered data change violation", "28": "authorization refused", "2B": "dependent privileges exist",
        "2D": "invalid transaction termination", "2F": "routine exception", "34": "invalid cursor name",
        "38": "external routine exception", "39": "external routine invocation exception",
        "3B": "savepoint exception", "3D": "invalid database name", "3F": "invalid schema name",
        "40": "transaction rolled back", "42": "syntax error or access rule violation",
        "44": "check option violated", "53": "insufficient resources", "54": "program limit exceeded",
        "55": "object not in prerequisite state", "57": "operator intervention", "58": "system error",
        "72": "snapshot failure", "F0": "configuration file error", "HV": "foreign data wrapper error",
        "P0": "procedural language error", "XX": "internal error",
    ]
}
