extension FileDrop {
    /// Reads every receipt file that has come in and believes what agrees with what was sent.
    ///
    /// **Shape** one result per row, and one without a line for a file that is refused as a whole. A refused row never
    /// changes what the channel is known to show. A file that was judged and never put away gives the same results again.
    public func collectReceipts(at time: String) async throws(ChannelError) -> [ReceiptResult] {
        try working { ledger throws(ChannelError) in
            var records: [ReceiptFileRecord] = []
            for name in try self.receipts.names() where name.hasSuffix(".csv") && !name.hasPrefix(".") {
                guard self.receipts.fileSize(name) != nil, let bytes = try self.receipts.read(name) else { continue }
                records.append(try self.judge(name, bytes, at: time, &ledger))
            }
            self.judged = records
            return records.flatMap { $0.results(ledger) }
        }
    }

    /// Moves the files collected last to `receipts/done`, or to `receipts/refused` where a row of theirs was refused.
    public func archiveReceipts() async throws(ChannelError) {
        guard !judged.isEmpty else { return }
        try working { ledger throws(ChannelError) in
            for record in self.judged {
                // Another worker may have put it away, and a new file have come under its name.
                guard let bytes = try self.receipts.read(record.name), SHA256.hex(of: bytes) == record.sha256 else {
                    continue
                }
                try self.archive(record)
            }
        }
        judged = []
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

    private func archive(_ record: ReceiptFileRecord) throws(ChannelError) {
        var path = record.archivePath
        var copy = 1
        while receipts.exists(path) {
            copy += 1
            path = record.archivePath + ".\(copy)"
        }
        try receipts.rename(record.name, to: path)
        try receipts.sync()
    }
}

extension ReceiptFileRecord {
    /// Where the file is kept, below the receipts' folder.
    var archivePath: String { (refusals.isEmpty ? "done/" : "refused/") + sha256.prefix(12) + "-" + name }

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
