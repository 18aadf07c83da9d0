/// One change a channel is asked to show.
public struct PublicationChange: Sendable, Hashable {
    public enum Action: Sendable, Hashable {
        case publish(PublicationEntry)
        case withdraw
    }

    public var entryID: Int64
    /// Grows with every change of one entry on one channel, so that no late publish lands after a withdraw.
    public var version: Int64
    /// The idempotency key: the same key again has the effect of once.
    public var key: String
    public var action: Action

    public init(entryID: Int64, version: Int64, key: String, action: Action) {
        self.entryID = entryID
        self.version = version
        self.key = key
        self.action = action
    }

    /// The entry to show, nil for a withdrawal.
    var entry: PublicationEntry? {
        if case .publish(let entry) = action { entry } else { nil }
    }
}
