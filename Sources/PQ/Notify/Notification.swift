/// What `NOTIFY` sent on a channel this connection listens to.
public struct Notification: Hashable, Sendable {
    public let channel: String
    public let payload: String
    /// Process id of the backend that sent it.
    public let processID: Int32
}
