/// A connection that is lent, and since when on the monotonic clock.
struct Lease: Sendable {
    let connection: Connection
    let since: UInt64
}
