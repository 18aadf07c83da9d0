internal import Foundation
public import PQ

/// Delivers the open changes of one channel, collects its receipts and confirms first publications.
///
/// Network and file work happens between transactions, never inside one; a worker killed anywhere leaves items whose lease runs out, and
/// the channel's idempotency key makes the next try harmless.
public struct DeliveryWorker: Sendable {
    /// What one run did.
    public struct Counts: Sendable, Hashable {
        public var done = 0
        public var sent = 0
        public var postponed = 0
        public var dead = 0
        public var disbelieved = 0
        public var confirmed = 0
        /// First publications whose confirmation the ledger refused: proven, but without a start of their period.
        public var unconfirmed = 0
        /// Why the channel could not be worked; nil when it could.
        public var channelFault: ChannelError?
    }

    let channel: any Channel
    let ledger: Ledger
    let queue: PublicationQueue

    public init(channel: any Channel, ledger: Ledger) {
        self.channel = channel
        self.ledger = ledger
        self.queue = PublicationQueue(channelCode: channel.code)
    }

    /// Delivers until nothing is due, then collects receipts.
    ///
    /// - Parameters:
    ///   - day: business day against which lateness is measured, and the legal date of confirmations.
    ///   - time: ISO 8601 with the offset of Asia/Shanghai, noted by the channel.
    ///   - progress: told how many items have been worked so far.
    /// - Throws: `PQError`. A channel that cannot be worked is reported in the counts; its items go back to the queue.
    public func run(
        asOf day: CivilDate, at time: String, on connection: Connection, progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> Counts {
        var counts = Counts()
        while counts.channelFault == nil {
            let token = UUID()
            let items = try await connection.transaction {
                [queue, limit = channel.capabilities.batchLimit] connection in
                try queue.lease(min(limit, 1_000), token: token, on: connection)
            }
            if items.isEmpty { break }
            try await deliver(items, asOf: day, at: time, token: token, on: connection, &counts)
            progress(counts.done + counts.sent + counts.postponed + counts.dead)
        }
        if let source = channel as? any ReceiptSource, counts.channelFault == nil {
            try await collectReceipts(from: source, asOf: day, at: time, on: connection, &counts)
        }
        return counts
    }

    private func deliver(
        _ items: [LeasedItem], asOf day: CivilDate, at time: String, token: UUID, on connection: Connection,
        _ counts: inout Counts
    ) async throws {
        var changes: [PublicationChange] = []
        var itemIDs: [Int64] = []
        var work = Work()
        for item in items {
            if let change = change(of: item) {
                changes.append(change)
                itemIDs.append(item.itemID)
            } else {
                work.attempts.append(
                    Attempt(itemID: item.itemID, outcome: .refused, fault: "unreadable-content", evidence: nil))
            }
        }
        do {
            let outcomes = try await channel.deliver(changes, at: time)
            for (itemID, outcome) in zip(itemIDs, outcomes) { work.take(outcome, of: itemID) }
        } catch {
            counts.channelFault = error
            for itemID in itemIDs {
                work.attempts.append(Attempt(itemID: itemID, outcome: .failed, fault: "\(error)", evidence: nil))
            }
        }
        try await settle(work, asOf: day, token: token, on: connection, &counts)
    }

    private func change(of item: LeasedItem) -> PublicationChange? {
        let key = item.key(on: channel.code).description
        guard item.isPublish else {
            return PublicationChange(entryID: item.membershipID, version: item.version, key: key, action: .withdraw)
        }
        guard let content = item.content,
            let entry = try? JSONDecoder().decode(PublicationEntry.self, from: Data(content.utf8))
        else { return nil }
        return PublicationChange(entryID: item.membershipID, version: item.version, key: key, action: .publish(entry))
    }

    /// Writes what became of the items, and in the same transaction confirms what is published for the first time.
    private func settle(
        _ work: Work, asOf day: CivilDate, token: UUID?, on connection: Connection, _ counts: inout Counts
    ) async throws {
        let (confirmed, unconfirmed) = try await connection.transaction { [queue, ledger, channel] connection in
            try queue.postpone(work.attempts, asOf: day, token: token, on: connection)
            let firsts = try queue.finish(work.settlements, asOf: day, token: token, on: connection)
            var confirmed = 0
            for membershipID in firsts {
                let line = try ActLine([
                    "act": .string(ConfirmPublication.name), "on": .string(day.description), "officer": "system",
                    "key": .string("\(ConfirmPublication.name):\(channel.code):\(membershipID)"),
                    "membership_id": .integer(membershipID), "channel": .string(channel.code),
                ])
                if try !ledger.submit(line, on: connection).isRefused { confirmed += 1 }
            }
            return (confirmed, firsts.count - confirmed)
        }
        counts.done += work.settlements.count
        counts.confirmed += confirmed
        counts.unconfirmed += unconfirmed
        counts.sent += work.attempts.count { $0.outcome == .sent }
        counts.dead += work.attempts.count { $0.outcome == .refused }
        counts.postponed += work.attempts.count { $0.outcome == .failed || $0.outcome == .unclear }
    }

    private func collectReceipts(
        from source: any ReceiptSource, asOf day: CivilDate, at time: String, on connection: Connection,
        _ counts: inout Counts
    ) async throws {
        let receipts: [ReceiptResult]
        do {
            receipts = try await source.collectReceipts(at: time)
        } catch {
            counts.channelFault = error
            return
        }
        let (work, disbelieved) = try await connection.transaction { [queue, channel] connection in
            var work = Work()
            var disbelieved = 0
            for receipt in receipts {
                let judged = Receipt(receipt)
                try judged.keep(from: channel.code, on: connection)
                guard case .settled(let outcome) = receipt.verdict, let key = receipt.key.flatMap(DeliveryKey.init),
                    let itemID = try queue.sentItem(key: key, on: connection)
                else {
                    if !judged.isBelieved { disbelieved += 1 }
                    continue
                }
                work.take(outcome, of: itemID)
            }
            return (work, disbelieved)
        }
        counts.disbelieved += disbelieved
        try await settle(work, asOf: day, token: nil, on: connection, &counts)
    }
}

extension DeliveryWorker {
    /// Outcomes sorted into what is settled and what stays open.
    struct Work: Sendable {
        var settlements: [Settlement] = []
        var attempts: [Attempt] = []

        mutating func take(_ outcome: DeliveryOutcome, of itemID: Int64) {
            switch outcome {
            case .done(let evidence):
                settlements.append(Settlement(itemID: itemID, outcome: .done, evidence: Self.json(evidence)))
            case .accepted(let evidence):
                attempts.append(Attempt(itemID: itemID, outcome: .sent, fault: nil, evidence: Self.json(evidence)))
            case .refused(.stale(let applied)):
                settlements.append(
                    Settlement(itemID: itemID, outcome: .superseded, evidence: nil, appliedVersion: applied))
            case .refused(let fault):
                attempts.append(Attempt(itemID: itemID, outcome: .refused, fault: fault.code, evidence: nil))
            case .unclear(let fault):
                attempts.append(Attempt(itemID: itemID, outcome: .unclear, fault: fault.code, evidence: nil))
            case .postponed(let fault):
                attempts.append(Attempt(itemID: itemID, outcome: .failed, fault: fault.code, evidence: nil))
            }
        }

        private static func json(_ evidence: DeliveryEvidence) -> String {
            String(decoding: CanonicalJSON.encode(evidence), as: UTF8.self)
        }
    }
}
