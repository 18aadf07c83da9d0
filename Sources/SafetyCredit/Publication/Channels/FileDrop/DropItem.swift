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

/// Rows handed over together under one sequence number.
struct DropBatch: Codable, Sendable, Hashable {
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

    init(name: String, sequence: Int, items: [DropItem]) {
        self.name = name
        self.sequence = sequence
        self.items = items
    }

    var fileName: String { name + ".csv" }

    /// The sequence number in a batch file's name, nil for another file.
    static func sequence(ofFile name: String, channel: String) -> Int? {
        guard name.hasPrefix(channel + "-"), name.hasSuffix(".csv") else { return nil }
        let parts = name.dropFirst(channel.count + 1).dropLast(4).split(separator: "-")
        guard parts.count == 2, parts[0].count == 8, parts[0].allSatisfy(\.isNumber) else { return nil }
        return Int(parts[1])
    }
}
