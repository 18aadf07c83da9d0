import CLibCrypto

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
        self.sha256 = Self.digest(of: content)
    }

    private static func digest(of text: String) -> String {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        var text = text
        let done = text.withUTF8 { EVP_Digest($0.baseAddress, $0.count, &digest, &length, EVP_sha256(), nil) }
        precondition(done == 1, "libcrypto has no SHA-256")
        let digits = Array("0123456789abcdef")
        return String(digest.prefix(Int(length)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
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
