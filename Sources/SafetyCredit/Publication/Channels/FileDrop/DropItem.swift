/// One row of a batch, as the journal keeps it: whose, which version, but never what it said.
struct DropItem: Codable, Sendable, Hashable {
    enum Operation: String, Codable, Sendable {
        case add, change, withdraw
    }

    var entryID: Int64
    var version: Int64
    var key: String
    var operation: Operation
    /// Of the entry shown; nil for a withdrawal.
    var sha256: String?

    enum CodingKeys: String, CodingKey {
        case entryID = "entry_id"
        case version, key, operation, sha256
    }
}

extension DropItem {
    init(_ change: PublicationChange, as operation: Operation) {
        self.init(
            entryID: change.entryID, version: change.version, key: change.key, operation: operation,
            sha256: change.entry?.sha256)
    }

    /// Whether the change, which has the same key, is this one: a register put back to an older copy gives its keys out again.
    func carries(_ change: PublicationChange) -> Bool {
        (operation == .withdraw) == (change.entry == nil) && sha256 == change.entry?.sha256
    }
}

/// Rows handed over together under one sequence number.
struct DropBatch: Codable, Sendable, Hashable {
    /// After the last the first comes again, under another day.
    static let sequences = 1...999_999

    /// `<channel>-<yyyymmdd>-<sequence>`; the file's name without `.csv`.
    var name: String
    var sequence: Int
    var items: [DropItem]

    init(channel: String, day: String, sequence: Int, items: [DropItem]) {
        let digits = "\(sequence)"
        name = "\(channel)-\(day)-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        self.sequence = sequence
        self.items = items
    }

    var fileName: String { name + ".csv" }
    var checksumName: String { fileName + ".sha256" }
}
