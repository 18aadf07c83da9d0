public import PQ

extension LedgerSeal {
    /// What is kept of a seal outside the database. Whoever replaces acts and seals together, all of them, still cannot replace this.
    public struct Anchor: Sendable, Hashable {
        public let sealNo: Int64
        /// 64 lower-case hexadecimal digits.
        public let sha256: String

        public init(sealNo: Int64, sha256: String) {
            self.sealNo = sealNo
            self.sha256 = sha256
        }
    }

    /// The newest seal; nil before the first act.
    public static func newest(on connection: isolated Connection) throws -> Anchor? {
        try connection.firstRow(
            "select s.seal_no, encode(s.sha256, 'hex') from intake.seal as s order by s.seal_no desc limit 1",
            as: (Int64, String).self
        ).map { Anchor(sealNo: $0.0, sha256: $0.1) }
    }

    /// The anchors whose seal is gone or another one now, in the order given.
    public static func contradicted(_ anchors: [Anchor], on connection: isolated Connection) throws -> [Anchor] {
        let standing = try connection.rows(
            "select s.seal_no, encode(s.sha256, 'hex') from intake.seal as s where s.seal_no = any (\(anchors.map(\.sealNo)))",
            as: (Int64, String).self
        ).map { Anchor(sealNo: $0.0, sha256: $0.1) }
        let held = Set(standing)
        return anchors.filter { !held.contains($0) }
    }
}
