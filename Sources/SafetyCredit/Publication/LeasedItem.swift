import PQ

/// One change a worker holds.
struct LeasedItem: Row, Sendable {
    let subjectID: Int64
    let itemID: Int64
    let membershipID: Int64
    let version: Int64
    let isPublish: Bool
    /// JSON of what to show; nil for a withdrawal.
    let content: String?
    let attemptCount: Int32

    static var columns: [Column] {
        [
            Column("subject_id", Int64.self), Column("item_id", Int64.self), Column("membership_id", Int64.self),
            Column("version", Int64.self), Column(nil, Bool.self), Column("content", String?.self),
            Column("attempt_count", Int32.self),
        ]
    }

    init(decoding row: inout RowDecoder) throws(PQError) {
        subjectID = try row.next()
        itemID = try row.next()
        membershipID = try row.next()
        version = try row.next()
        isPublish = try row.next()
        content = try row.next()
        attemptCount = try row.next()
    }

    func key(on channelCode: String) -> DeliveryKey {
        DeliveryKey(channelCode: channelCode, membershipID: membershipID, version: version)
    }
}

/// The idempotency key of one change: channel, membership and version.
struct DeliveryKey: Sendable, Hashable, CustomStringConvertible {
    let channelCode: String
    let membershipID: Int64
    let version: Int64

    init(channelCode: String, membershipID: Int64, version: Int64) {
        self.channelCode = channelCode
        self.membershipID = membershipID
        self.version = version
    }

    /// Reads a key back from a receipt; nil when it is not of our form.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let membershipID = Int64(parts[1]), let version = Int64(parts[2]) else { return nil }
        self.init(channelCode: String(parts[0]), membershipID: membershipID, version: version)
    }

    var description: String { "\(channelCode):\(membershipID):\(version)" }
}

/// An item whose change is settled.
struct Settlement: Sendable {
    enum Outcome: String, Sendable { case done, superseded }

    let itemID: Int64
    let outcome: Outcome
    /// JSON of the evidence; nil when a newer version had overtaken the change.
    let evidence: String?
    /// For a superseded change, the version the channel says it holds.
    var appliedVersion: Int64?
}

/// An attempt that left its item open.
struct Attempt: Sendable {
    enum Outcome: String, Sendable { case sent, failed, refused, unclear }

    let itemID: Int64
    let outcome: Outcome
    let fault: String?
    let evidence: String?
}
