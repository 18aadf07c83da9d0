internal import PQ

/// Batch files handed to a sharing platform, and the receipts it answers with.
///
/// **Shape** `<root>/outbox/<channel>-<yyyymmdd>-<sequence>.csv` in the columns of `ExchangeColumn`, ready for the
/// receiver once its `.sha256` stands beside it. Receipts come into `<root>/receipts` under their final name and leave
/// for `receipts/done` or `receipts/refused`. `<root>/journal.ndjson` keeps what was sent and answered.
///
/// A number is recorded with the digest of its file before that is written, and never used again on its day. A batch whose recording a
/// crash cut short is recognised by that digest; when its file is not there, the same keys are sent again under a new number, and
/// the receiver tells them apart by key. Any other batch file in the outbox is none of ours: nothing is believed of it, and it is put
/// away with the receipts that are refused.
public actor FileDrop: Channel {
    public nonisolated let code: String
    let root: Folder
    /// The journal as last folded; emptied by a failure, so that the next call folds it anew.
    private var known = DropLedger()
    /// Files collected last and not put away, each with the folder it came into.
    var judged: [(record: ReceiptFileRecord, folder: Folder)] = []

    public init(code: String, root: String) {
        self.code = code
        self.root = Folder(path: root)
    }

    public func objections() async -> [ChannelError] { root.objections() }

    public nonisolated var capabilities: ChannelCapabilities {
        ChannelCapabilities(proof: .receipts, batchLimit: 5_000, seesForeignEntries: false)
    }

    /// Writes the changes as one batch; each is `accepted` until its receipt comes. The same key again answers with
    /// its receipt, or sends it again when it failed or its batch is lost; with another content it is refused as stale.
    public func deliver(
        _ changes: [PublicationChange], at time: String
    ) async throws(ChannelError) -> [DeliveryOutcome] {
        guard let day = CivilDate(iso: String(time.prefix(10))) else { throw .badTime(time) }
        return try working { ledger throws(ChannelError) in
            let plan = DeliveryPlan(changes) { id in
                ledger.newest(id).map { .init(version: $0.item.version, key: $0.item.key) }
            }
            return try self.send(changes, plan, day: day, &ledger)
        }
    }

    /// What the receiver is proven by its receipts to show.
    public func readBack() async throws(ChannelError) -> [ShownEntry] {
        try working { ledger in ledger.shown }
    }

    /// Opens the folder for this actor alone, with the journal folded and crashes mended.
    func working<Result>(
        _ work: (inout DropLedger) throws(ChannelError) -> Result
    ) throws(ChannelError) -> Result {
        for folder in [outbox, receipts, receipts.folder("done"), receipts.folder("refused")] { try folder.create() }
        return try FolderLock.holding(root, channel: code) { () throws(ChannelError) in
            var ledger = known
            known = DropLedger()
            try journal.fold(into: &ledger)
            try mend(&ledger)
            let result = try work(&ledger)
            known = ledger
            return result
        }
    }

    var journal: DropJournal { DropJournal(folder: root) }
    var receipts: Folder { root.folder("receipts") }
    var outbox: Folder { root.folder("outbox") }

    private func send(
        _ changes: [PublicationChange], _ plan: DeliveryPlan, day: CivilDate, _ ledger: inout DropLedger
    ) throws(ChannelError) -> [DeliveryOutcome] {
        var outcomes: [DeliveryOutcome?] = []
        var rows: [[String]] = []
        var items: [DropItem] = []
        for (change, verdict) in zip(changes, plan.verdicts) {
            switch verdict {
            case .refuse(let fault): outcomes.append(.refused(fault))
            case .again where items.contains { $0.key == change.key }: outcomes.append(nil)
            case .again where standing(change, ledger) != nil: outcomes.append(standing(change, ledger))
            case .apply, .again:
                let item = DropItem(change, as: operation(of: change, ledger))
                switch ExchangeColumn.row(item, showing: change.entry) {
                case .failure(let fault): outcomes.append(.refused(fault))
                case .success(let row):
                    rows.append(row)
                    items.append(item)
                    outcomes.append(nil)
                }
            }
        }
        guard !items.isEmpty else { return outcomes.compactMap { $0 } }
        let evidence = try write(nextBatch(of: items, on: day, ledger), rows, &ledger)
        return outcomes.map { $0 ?? .accepted(evidence: evidence) }
    }

    private func operation(of change: PublicationChange, _ ledger: DropLedger) -> DropItem.Operation {
        guard change.entry != nil else { return .withdraw }
        return ledger.isShown(change.entryID) ? .change : .add
    }

    /// What is already known of a change sent before, nil when it has to be sent again.
    private func standing(_ change: PublicationChange, _ ledger: DropLedger) -> DeliveryOutcome? {
        guard let (item, batch) = ledger.newest(change.entryID), item.key == change.key else { return nil }
        guard item.carries(change) else { return .refused(.stale(applied: item.version)) }
        if let (answer, file) = ledger.answer(batch: batch, key: change.key) {
            return answer.isSuccess ? .done(evidence: file.evidence(of: answer)) : nil
        }
        return ledger.written[batch].map { .accepted(evidence: evidence(of: ledger.batches[batch]!, $0)) }
    }

    /// A batch under the next number whose name nothing bears, here or in the journal.
    private func nextBatch(of items: [DropItem], on day: CivilDate, _ ledger: DropLedger) -> DropBatch {
        let day = day.description.filter { $0 != "-" }
        var sequence = ledger.lastSequence
        while true {
            sequence = sequence % DropBatch.sequences.upperBound + 1
            let batch = DropBatch(channel: code, day: day, sequence: sequence, items: items)
            let isTaken =
                ledger.batches[batch.name] != nil || outbox.exists(batch.fileName) || outbox.exists(batch.checksumName)
            if !isTaken { return batch }
        }
    }

    private func write(
        _ batch: DropBatch, _ rows: [[String]], _ ledger: inout DropLedger
    ) throws(ChannelError) -> DeliveryEvidence {
        let bytes = ExchangeCSV.encode(header: ExchangeColumn.header, rows: rows)
        let file = DropLedger.Written(sha256: SHA256.hex(of: bytes), bytes: bytes.count)
        try journal.record(.opened(batch: batch, sha256: file.sha256), in: &ledger)
        try outbox.place(bytes, as: batch.fileName)
        return try finish(batch, file, &ledger)
    }

    /// Puts the checksum beside a batch's file and records it as written.
    private func finish(
        _ batch: DropBatch, _ file: DropLedger.Written, _ ledger: inout DropLedger
    ) throws(ChannelError) -> DeliveryEvidence {
        try outbox.place(Array("\(file.sha256)  \(batch.fileName)\n".utf8), as: batch.checksumName)
        try journal.record(.written(batch: batch.name, sha256: file.sha256, bytes: file.bytes), in: &ledger)
        return evidence(of: batch, file)
    }

    private func evidence(of batch: DropBatch, _ file: DropLedger.Written) -> DeliveryEvidence {
        DeliveryEvidence(
            path: "outbox/" + batch.fileName, sha256: file.sha256, bytes: file.bytes, reference: batch.name)
    }

    /// Sweeps half-written files and records batches whose file stands but whose recording was cut short.
    private func mend(_ ledger: inout DropLedger) throws(ChannelError) {
        for name in try outbox.names() where name.hasPrefix(".") && name.hasSuffix(".tmp") { try outbox.remove(name) }
        for (name, sha256) in ledger.expected where ledger.written[name] == nil {
            guard let batch = ledger.batches[name], outbox.fileSize(batch.fileName) != nil,
                let bytes = try outbox.read(batch.fileName), SHA256.hex(of: bytes) == sha256
            else { continue }
            _ = try finish(batch, .init(sha256: sha256, bytes: bytes.count), &ledger)
        }
    }
}
