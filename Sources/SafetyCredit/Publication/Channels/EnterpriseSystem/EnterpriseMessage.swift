/// One change as it is pushed: the body of `POST /changes`.
struct EnterpriseMessage: Encodable {
    let action: String
    let entryID: Int64
    let version: Int64
    /// The idempotency key, also in the header `Idempotency-Key`.
    let key: String
    /// Of the canonical JSON of `entry`; absent for a withdrawal.
    let sha256: String?
    let entry: PublicationEntry?

    enum CodingKeys: String, CodingKey {
        case action
        case entryID = "entry_id"
        case version, key, sha256, entry
    }

    init(_ change: PublicationChange) {
        action = change.entry == nil ? "withdraw" : "publish"
        entryID = change.entryID
        version = change.version
        key = change.key
        sha256 = change.entry?.sha256
        entry = change.entry
    }
}

/// The columns of the system and how much they hold.
///
/// **Units** Unicode characters.
/// **Source** data-standards §1 and §3 for the columns that hold the same, else this project's choice.
enum EnterpriseColumn {
    private static let limits:
        [(name: PublicationEntry.CodingKeys, limit: Int, value: @Sendable (PublicationEntry) -> String?)] = [
            (.name, 200, { $0.name }), (.creditCode, 18, { $0.creditCode }),
            (.registeredAddress, 200, { $0.registeredAddress }),
            (.decisionNumber, 128, { $0.decisionNumber }), (.decidingAgency, 200, { $0.decidingAgency }),
            (.groundClause, 128, { $0.groundClause }), (.groundText, 2048, { $0.groundText }),
            (.basis, 2000, { $0.basis }),
            (.measures, 4000, { $0.measures.joined(separator: ";") }), (.remedies, 2000, { $0.remedies }),
        ]

    /// The first column that cannot hold its value; nil when all can.
    static func fault(of entry: PublicationEntry) -> DeliveryFault? {
        for (name, limit, value) in limits {
            let length = value(entry)?.unicodeScalars.count ?? 0
            if length > limit { return .fieldTooLong(name: name.rawValue, limit: limit, length: length) }
        }
        return nil
    }
}
