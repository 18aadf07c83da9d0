/// The append-only journal of a file drop, one JSON line per event, each on the disk before the next step.
struct DropJournal: Sendable {
    private static let name = "journal.ndjson"
    let folder: Folder

    /// Folds what has come to the journal since `ledger` was folded; a last line that a crash cut off is removed.
    ///
    /// **Throws** `ChannelError.damaged` for any other line that is not an event, and when lines were taken away.
    func fold(into ledger: inout DropLedger) throws(ChannelError) {
        guard let bytes = try folder.read(Self.name, from: ledger.foldedBytes) else {
            if ledger.foldedBytes > 0 { throw .damaged(path: folder.file(Self.name), reason: .missing) }
            return
        }
        let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        if end < bytes.count { try folder.truncate(Self.name, to: ledger.foldedBytes + end) }
        for line in bytes[..<end].split(separator: 0x0A) {
            guard let event = CanonicalJSON.decode(DropEvent.self, from: Array(line)) else {
                throw .damaged(path: folder.file(Self.name), reason: .unreadable)
            }
            ledger.apply(event)
        }
        ledger.foldedBytes += end
    }

    func record(_ event: DropEvent, in ledger: inout DropLedger) throws(ChannelError) {
        let line = CanonicalJSON.encode(event) + [0x0A]
        try folder.append(line, to: Self.name)
        ledger.apply(event)
        ledger.foldedBytes += line.count
    }
}
