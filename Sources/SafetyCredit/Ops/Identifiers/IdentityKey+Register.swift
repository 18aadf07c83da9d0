public import PQ

extension IdentityKey {
    /// The id of the key that the register's numbers are hashed and sealed with; nil before its first act.
    static func idOfRegister(on connection: isolated Connection) throws(PQError) -> String? {
        try connection.values("select k.key_id from ops.identity_key as k", as: String.self).first
    }

    /// Makes sure that this is the key of the register; its first act notes it.
    ///
    /// Under another key a known person would not be found, and would be registered a second time.
    /// - Throws: `CryptoError.otherKey`; `PQError`.
    public func requireOfRegister(on connection: isolated Connection) throws {
        if let inUse = try Self.idOfRegister(on: connection) { return try require(inUse) }
        try connection.execute("insert into ops.identity_key (key_id) values (\(id)) on conflict do nothing")
        // Another session's first act may have been quicker.
        if let inUse = try Self.idOfRegister(on: connection) { try require(inUse) }
    }

    private func require(_ inUse: String) throws(CryptoError) {
        guard inUse == id else { throw .otherKey(needed: inUse, found: id) }
    }
}
