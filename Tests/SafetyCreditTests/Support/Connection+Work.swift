import PQ

extension Connection {
    /// Runs statements that belong together on this connection, without a transaction around them.
    func work<T: Sendable>(_ body: @Sendable (isolated Connection) throws -> T) throws -> T { try body(self) }
}
