/// One file of `sql/` as the program carries it.
public struct SQLFile: Equatable, Sendable {
    /// The path below `sql/`, e.g. `functions/law/10_plan_clause.sql`.
    public let path: String
    public let content: String
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits: the same as `sha256sum` prints.
    public let sha256: String

    public init(path: String, content: String) {
        self.path = path
        self.content = content
        self.sha256 = SHA256.digest(of: Array(content.utf8)).hex
    }
}

extension SQLFile {
    /// Whether a line of the file begins or ends a transaction, which is the migrator's to do.
    ///
    /// Only unindented lines count: inside a procedure's body such words stand indented.
    var endsTransaction: Bool {
        content.split(separator: "\n").contains { line in
            line.prefixMatch(
                of: #/(?i:begin|commit|rollback|abort|start\s+transaction)(?i:\s+work|\s+transaction)?\s*;/#) != nil
        }
    }
}
