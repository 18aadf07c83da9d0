/// Everything a file drop knows, folded from its journal.
struct DropLedger: Sendable {
    struct Written: Sendable {
        var sha256: String
        var bytes: Int
    }

    private struct Place: Hashable {
        var batch: String
        var key: String
    }

    /// How much of the journal is in here.
    var foldedBytes = 0
    private(set) var batches: [String: DropBatch] = [:]
    /// Of the file of each batch, as its opening said.
    private(set) var expected: [String: String] = [:]
    private(set) var written: [String: Written] = [:]
    private(set) var receiptFiles: [String: ReceiptFileRecord] = [:]
    /// Taken last; a number that no batch can have, taken by an earlier version from a file of others, does not count.
    private(set) var lastSequence = 0
    private var newest: [Int64: (item: DropItem, batch: String)] = [:]
    private var items: [Place: DropItem] = [:]
    private var answers: [Place: (answer: ReceiptFileRecord.Answer, file: ReceiptFileRecord)] = [:]
    private var proven: [Int64: DropItem] = [:]

    mutating func apply(_ event: DropEvent) {
        switch event {
        case .opened(let batch, let sha256):
            batches[batch.name] = batch
            expected[batch.name] = sha256
            if DropBatch.sequences.contains(batch.sequence) { lastSequence = batch.sequence }
            for item in batch.items {
                items[Place(batch: batch.name, key: item.key)] = item
                if item.version >= newest[item.entryID]?.item.version ?? .min {
                    newest[item.entryID] = (item, batch.name)
                }
            }
        case .written(let batch, let sha256, let bytes):
            written[batch] = Written(sha256: sha256, bytes: bytes)
        case .receipt(let file):
            if file.refusals.contains(where: { $0.fault == .replayedFile }) { return }
            receiptFiles[file.sha256] = file
            for answer in file.answers { settle(answer, in: file) }
        }
    }

    private mutating func settle(_ answer: ReceiptFileRecord.Answer, in file: ReceiptFileRecord) {
        let place = Place(batch: answer.batch, key: answer.key)
        answers[place] = (answer, file)
        guard answer.isSuccess, let item = items[place] else { return }
        if item.version >= proven[item.entryID]?.version ?? .min { proven[item.entryID] = item }
    }

    /// The newest change handed over for an entry.
    func newest(_ entryID: Int64) -> (item: DropItem, batch: String)? { newest[entryID] }

    func item(batch: String, key: String) -> DropItem? { items[Place(batch: batch, key: key)] }

    func answer(batch: String, key: String) -> (answer: ReceiptFileRecord.Answer, file: ReceiptFileRecord)? {
        answers[Place(batch: batch, key: key)]
    }

    /// Whether the receiver would take a file of the outbox for a batch that was never sent.
    func isForeign(_ name: String) -> Bool {
        guard !name.hasPrefix("."), let ending = [".csv", ".csv.sha256"].first(where: name.hasSuffix) else {
            return false
        }
        return written[String(name.dropLast(ending.count))] == nil
    }

    /// Whether the receiver's last proven word on an entry is that it shows it.
    func isShown(_ entryID: Int64) -> Bool { proven[entryID].map { $0.operation != .withdraw } ?? false }

    /// What the receiver is proven to show, ordered by entry.
    var shown: [ShownEntry] {
        proven.values.filter { $0.operation != .withdraw }
            .map { ShownEntry(entryID: $0.entryID, version: $0.version, sha256: $0.sha256 ?? "") }
            .sorted { $0.entryID < $1.entryID }
    }
}
