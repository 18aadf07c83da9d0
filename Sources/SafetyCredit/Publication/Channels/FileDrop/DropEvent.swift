/// One line of a file drop's journal.
enum DropEvent: Codable, Sendable {
    /// The sequence number is taken: from here on the receiver may have the file, whose digest is `sha256`; nil in journals of
    /// earlier versions.
    case opened(batch: DropBatch, sha256: String?)
    case written(batch: String, sha256: String, bytes: Int)
    case receipt(file: ReceiptFileRecord)
}

/// A receipt file as it was judged.
struct ReceiptFileRecord: Codable, Sendable, Hashable {
    /// What a row that was believed says.
    struct Answer: Codable, Sendable, Hashable {
        var line: Int
        var batch: String
        var key: String
        var version: Int64
        var isSuccess: Bool
        var reason: String
        /// The receiver's number of the entry.
        var reference: String

        /// Whether two rows say the same.
        func agrees(with other: Answer) -> Bool {
            isSuccess == other.isSuccess && version == other.version && reference == other.reference
        }
    }

    struct Refusal: Codable, Sendable, Hashable {
        /// Nil for the file as a whole.
        var line: Int?
        var batch: String?
        var key: String?
        var fault: ReceiptFault
    }

    var name: String
    var sha256: String
    var bytes: Int
    var at: String
    var answers: [Answer]
    var refusals: [Refusal]
}

/// Why a receipt or one of its rows is not believed.
public enum ReceiptFault: Codable, Sendable, Hashable {
    /// Not a receipt file: encoding, header, structure or size, by the name of the fault.
    case malformedFile(String)
    /// The column whose value no receipt has.
    case malformedRow(column: String)
    /// The batch was never sent; of a file in the outbox, it is none of ours.
    case unknownBatch
    /// The batch did not carry this key.
    case unknownKey
    case wrongVersion(sent: Int64, received: Int64)
    /// Another row said otherwise about the same change.
    case contradictory
    /// Another row said the same before.
    case repeated
    /// The very same file came before.
    case replayedFile
}

/// What one row of a receipt, or a whole refused receipt file, came to.
public struct ReceiptResult: Sendable, Hashable {
    public enum Verdict: Sendable, Hashable {
        case settled(DeliveryOutcome)
        case refused(ReceiptFault)
    }

    public var file: String
    /// Counted from the header's 1; nil for the file as a whole.
    public var line: Int?
    public var batch: String?
    public var key: String?
    /// The entry the key belongs to, where the key is known.
    public var entryID: Int64?
    /// Which reading of which file this is of; the same after a crash. Nil for what stood in no file.
    public var reading: String?
    public var verdict: Verdict
}
