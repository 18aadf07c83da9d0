extension FileDrop {
    /// Reads every receipt file that has come in and believes what agrees with what was sent.
    ///
    /// **Shape** one result per row, and one without a line for a file that is refused as a whole, a batch file of others in the outbox
    /// among them. A refused row never changes what the channel is known to show. A file that was judged and never put away gives the
    /// same results again; one that cannot be read stays where it is.
    public func collectReceipts(at time: String) async throws(ChannelError) -> [ReceiptResult] {
        try working { ledger throws(ChannelError) in
            var (results, judged): ([ReceiptResult], [(record: ReceiptFileRecord, folder: Folder)]) = ([], [])
            for name in try self.receipts.names() where name.hasSuffix(".csv") && !name.hasPrefix(".") {
                guard let bytes = self.receiptBytes(name, in: self.receipts, &results) else { continue }
                judged.append((try self.judge(name, bytes, at: time, &ledger), self.receipts))
            }
            for name in try self.outbox.names() where ledger.isForeign(name) {
                guard let bytes = self.receiptBytes(name, in: self.outbox, &results) else { continue }
                judged.append((.ofForeignBatch(name, bytes, at: time), self.outbox))
            }
            self.judged = judged
            return results + judged.flatMap { $0.record.results(ledger) }
        }
    }

    /// Moves the files collected last to `receipts/done`, or to `receipts/refused` where a row of theirs was refused.
    ///
    /// **Throws** the first fault, once every file was tried.
    public func archiveReceipts() async throws(ChannelError) {
        guard !judged.isEmpty else { return }
        let fault = try working { ledger throws(ChannelError) in
            var first: ChannelError?
            for (record, folder) in self.judged {
                do throws(ChannelError) { try self.archive(record, from: folder) } catch { first = first ?? error }
            }
            return first
        }
        judged = []
        if let fault { throw fault }
    }

    /// A file's bytes, of one that is too large only the first; nil of what is no file, and of one that cannot be read, which is told.
    private func receiptBytes(_ name: String, in folder: Folder, _ results: inout [ReceiptResult]) -> [UInt8]? {
        guard folder.fileSize(name) != nil else { return nil }
        do throws(ChannelError) { return try folder.read(name, atMost: ReceiptJudge.byteLimit + 1) } catch {
            let fault = ReceiptFault.malformedFile("unreadable")
            results.append(ReceiptResult(file: name, reading: "unreadable", verdict: .refused(fault)))
            return nil
        }
    }

    private func judge(
        _ name: String, _ bytes: [UInt8], at time: String, _ ledger: inout DropLedger
    ) throws(ChannelError) -> ReceiptFileRecord {
        let sha256 = SHA256.hex(of: bytes)
        let record: ReceiptFileRecord
        if let known = ledger.receiptFiles[sha256] {
            if known.name == name, !receipts.exists(known.archivePath) { return known }
            let replay = ReceiptFileRecord.Refusal(fault: .replayedFile)
            record = ReceiptFileRecord(
                name: name, sha256: sha256, bytes: bytes.count, at: time, answers: [], refusals: [replay])
        } else {
            record = ReceiptJudge(ledger: ledger).judge(name, bytes, sha256: sha256, at: time)
        }
        try journal.record(.receipt(file: record), in: &ledger)
        return record
    }

    private func archive(_ record: ReceiptFileRecord, from folder: Folder) throws(ChannelError) {
        // Another worker may have put it away, and a new file have come under its name.
        guard let bytes = try folder.read(record.name, atMost: ReceiptJudge.byteLimit + 1),
            SHA256.hex(of: bytes) == record.sha256
        else { return }
        var path = record.archivePath
        var copy = 1
        while receipts.exists(path) {
            copy += 1
            path = record.archivePath + ".\(copy)"
        }
        try folder.rename(record.name, to: path, in: receipts)
        try receipts.sync()
    }
}

extension ReceiptFileRecord {
    /// How much of a file's own name is kept: with a digest before it and a number behind it, it still is a name.
    private static let nameBytesKept = 224

    /// Where the file is kept, below the receipts' folder.
    var archivePath: String {
        var kept = name
        while kept.utf8.count > Self.nameBytesKept { kept.unicodeScalars.removeLast() }
        return (refusals.isEmpty ? "done/" : "refused/") + sha256.prefix(12) + "-" + kept
    }

    /// A batch file that others put into the outbox.
    static func ofForeignBatch(_ name: String, _ bytes: [UInt8], at time: String) -> ReceiptFileRecord {
        ReceiptFileRecord(
            name: name, sha256: SHA256.hex(of: bytes), bytes: bytes.count, at: time, answers: [],
            refusals: [.init(fault: .unknownBatch)])
    }

    private var reading: String { "\(sha256.prefix(12)) \(at)" }

    func evidence(of answer: Answer) -> DeliveryEvidence {
        DeliveryEvidence(
            path: "receipts/" + archivePath, sha256: sha256, bytes: bytes,
            reference: answer.reference.isEmpty ? answer.batch : answer.reference)
    }

    func results(_ ledger: DropLedger) -> [ReceiptResult] {
        let settled = answers.map { answer in
            let outcome: DeliveryOutcome =
                answer.isSuccess
                ? .done(evidence: evidence(of: answer)) : .refused(.refusedByReceiver(reason: answer.reason))
            return ReceiptResult(
                file: name, line: answer.line, batch: answer.batch, key: answer.key,
                entryID: ledger.item(batch: answer.batch, key: answer.key)?.entryID, reading: reading,
                verdict: .settled(outcome))
        }
        let refused = refusals.map { refusal in
            ReceiptResult(
                file: name, line: refusal.line, batch: refusal.batch, key: refusal.key,
                entryID: ledger.item(batch: refusal.batch ?? "", key: refusal.key ?? "")?.entryID, reading: reading,
                verdict: .refused(refusal.fault))
        }
        return (settled + refused).sorted { $0.line ?? 0 < $1.line ?? 0 }
    }
}
