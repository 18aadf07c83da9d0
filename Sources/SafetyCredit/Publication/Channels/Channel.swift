/// A place of disclosure: it applies changes and can be read back.
public protocol Channel: Sendable {
    /// Stable code, as in `publication.channel`.
    var code: String { get }
    var capabilities: ChannelCapabilities { get }

    /// Applies changes in their order and says of each what became of it.
    ///
    /// **Shape** one outcome per change, in the order of `changes`. Of several changes to one entry only the newest
    /// version is applied; the others are refused as stale.
    /// - Parameter time: ISO 8601 with the offset of Asia/Shanghai, e.g. `2026-11-24T18:37:12+08:00`.
    /// - Throws: `ChannelError` when nothing could be tried; then no change was applied, unless a later call says so.
    func deliver(_ changes: [PublicationChange], at time: String) async throws(ChannelError) -> [DeliveryOutcome]

    /// Makes what the channel shows besides the entries as it has to be by the settings and templates of now, even when no entry changes.
    func renew(at time: String) async throws(ChannelError)

    /// What is wrong with how it is set up here, found without asking anybody else.
    func objections() async -> [ChannelError]

    /// Everything the channel shows, as far as it can be proven, ordered by entry.
    func readBack() async throws(ChannelError) -> [ShownEntry]
}

extension Channel {
    public func renew(at time: String) async throws(ChannelError) {}

    public func objections() async -> [ChannelError] { [] }
}

/// What a channel can do, so that the queue can plan for it.
public struct ChannelCapabilities: Sendable, Hashable {
    public enum Proof: String, Sendable, Hashable {
        /// `deliver` reads back what it wrote.
        case immediate
        /// Proof comes later, in receipts.
        case receipts
    }

    public var proof: Proof
    /// How many changes one `deliver` should carry at most.
    public var batchLimit: Int
    /// Whether `readBack` would see an entry that nobody sent.
    public var seesForeignEntries: Bool

    public init(proof: Proof, batchLimit: Int, seesForeignEntries: Bool) {
        self.proof = proof
        self.batchLimit = batchLimit
        self.seesForeignEntries = seesForeignEntries
    }
}
