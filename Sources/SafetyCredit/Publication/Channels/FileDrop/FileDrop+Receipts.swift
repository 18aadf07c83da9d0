extension FileDrop {
    /// Reads every receipt file that has come in, believes what agrees with what was sent, and archives it.
    ///
    /// **Shape** one result per row, and one without a line for a file that is refused as a whole. A refused row never
    /// changes what the channel is known to show; its file goes to `receipts/refused`.
    public func collectReceipts(at time: String) async throws(ChannelError) -> [ReceiptResult] {
        try working { ledger throws(ChannelError) in
            var results: [ReceiptResult] = []
            for name in try self.receipts.names() where name.hasSuffix(".csv") && !name.hasPrefix(".") {
                guard self.receipts.fileSize(name) != nil, let bytes = try self.receipts.read(name) else { continue }
                results += try self.collect(name, bytes, at: time, &ledger)
            }
            return results
        }
    }

    private func collect(
        _ name: String, _ bytes: [UInt8], at time: String, _ ledger: inout DropLedger
    ) throws(ChannelError) -> [ReceiptResult] {
        let sha256 = SHA256.hex(of: bytes)
        let record: ReceiptFileRecord
        if let known = ledger.receiptFiles[sha256] {
            if receipts.exists(known.archivePath) {
                let replay = ReceiptFileRecord.Refusal(fault: .replayedFile)
                record = ReceiptFileRecord(
                    name: name, sha256: sha256, bytes: bytes.count, at: time, answers: [], refusals: [replay])
                try journal.record(.receipt(file: record), in: &ledger)
            } else {
                record = known  // Judged, but the crash came before it was archived.
            }
        } else {
            record = ReceiptJudge(ledger: ledger).judge(name, bytes, sha256: sha256, at: time)
            try journal.record(.receipt(file: record), in: &ledger)
        }
        try archive(name, as: record)
        return record.results(ledger)
    }

    private func archive(_ name: String, as record: ReceiptFileRecord) throws(ChannelError) {
        var path = record.archivePath
        var copy = 1
        while receipts.exists(path) {
            copy += 1
            path = record.archivePath + ".\(copy)"
        }
        try receipts.rename(name, to: path)
        try receipts.sync()
    }
}

extension ReceiptFileRecord {
    /// Where the file is kept, below the receipts' folder.
    var archivePath: String { (refusals.isEmpty ? "done/" : "refused/") + sha256.prefix(12) + "-" + name }

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
                entryID: ledger.item(batch: answer.batch, key: answer.key)?.entryID, verdict: .settled(outcome))
        }
        let refused = refusals.map { refusal in
            ReceiptResult(
                file: name, line: refusal.line, batch: refusal.batch, key: refusal.key,
                entryID: ledger.item(batch: refusal.batch ?? "", key: refusal.key ?? "")?.entryID,
                verdict: .refused(refusal.fault))
        }
        return (settled + refused).sorted { $0.line ?? 0 < $1.line ?? 0 }
    }
}
