internal import Foundation
import PQ

/// The batches a worker holds, until it settles them or their time runs out.
struct BatchLease: Sendable {
    let token: UUID
    let batchIDs: [Int64]
}

/// One change a worker holds.
struct LeasedItem: Row, Sendable {
    let itemID: Int64
    let membershipID: Int64
    let version: Int64
    let content: LeasedContent

    static var columns: [Column] {
        [
            Column("item_id", Int64.self), Column("membership_id", Int64.self), Column("version", Int64.self),
            Column("content", LeasedContent?.self),
        ]
    }

    init(decoding row: inout RowDecoder) throws(PQError) {
        itemID = try row.next()
        membershipID = try row.next()
        version = try row.next()
        content = try row.next(LeasedContent?.self) ?? .nothing
    }

    func key(on channelCode: String) -> DeliveryKey {
        DeliveryKey(channelCode: channelCode, membershipID: membershipID, version: version)
    }
}

/// What one change has a channel show, read from the JSON column in the result's own memory.
enum LeasedContent: PQDecodable, Sendable {
    /// It is a withdrawal.
    case nothing
    case entry(PublicationEntry)
    /// Not what this program reads: a person must look.
    case unreadable

    static func accepts(_ type: TypeOID) -> Bool { type == .json }

    init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault) {
        self = PublicationEntry(json: bytes).map { .entry($0) } ?? .unreadable
    }

    /// What to ask of the channel; nil when that cannot be read.
    var action: PublicationChange.Action? {
        switch self {
        case .nothing: .withdraw
        case .entry(let entry): .publish(entry)
        case .unreadable: nil
        }
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

/// A change that is settled.
struct Settlement: Sendable {
    enum Outcome: String, Sendable { case done, superseded }

    let key: DeliveryKey
    let outcome: Outcome
    /// JSON of the evidence; nil when a newer version had overtaken the change.
    let evidence: String?
    /// For a superseded change, the version the channel says it holds.
    var appliedVersion: Int64?
}

/// An attempt that left its change open.
struct Attempt: Sendable {
    enum Outcome: String, Sendable {
        case sent, failed, refused, unclear
        /// The channel answered, and reading back did not bear it out.
        case unproven
    }

    let key: DeliveryKey
    let outcome: Outcome
    let fault: String?
    let evidence: String?
}
