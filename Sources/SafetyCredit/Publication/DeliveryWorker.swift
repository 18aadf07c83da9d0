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
    /// Items a worker holds at most, however many a channel would take: they are what is tried again when it dies.
    private static let claimLimit = 1_000

    public init(channel: any Channel, ledger: Ledger) {
        self.channel = channel
        self.ledger = ledger
        self.queue = PublicationQueue(channelCode: channel.code)
    }

    /// Delivers until nothing is due, then collects receipts.
    ///
    /// What became of one claim is written, and the next claim made, in one transaction: a worker killed in between loses neither.
    /// - Parameters:
    ///   - day: business day against which lateness is measured, and the legal date of confirmations.
    ///   - time: ISO 8601 with the offset of Asia/Shanghai, noted by the channel.
    ///   - progress: told how many items have been worked so far.
    /// - Throws: `PQError`. A channel that cannot be worked is reported in the counts; its items go back to the queue.
    public func run(
        asOf day: CivilDate, at time: String, on connection: Connection, progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> Counts {
        var counts = Counts()
        var head = QueueHead()
        var claim = Claim.nothing
        var work = Work()
        repeat {
            if head.isDueForReview {
                try await connection.transaction { [queue] in try queue.takeBackLapsed(asOf: day, on: $0) }
                try await head.review { [queue] in try await connection.transaction { try queue.promote(on: $0) } }
            }
            claim = try await settle(
                work, of: claim.lease, asOf: day, on: connection, &counts, claimingAfter: head.floor)
            work = await deliver(claim.items, at: time, &counts)
            head.move(to: claim.lease)
            progress(counts.worked)
        } while counts.channelFault == nil && !head.isAtEnd
        _ = try await settle(work, of: claim.lease, asOf: day, on: connection, &counts)
        if case .throttled(let seconds) = counts.channelFault { try await queue.rest(seconds: seconds, on: connection) }
        if let source = channel as? any ReceiptSource, counts.channelFault == nil {
            try await collectReceipts(from: source, asOf: day, at: time, on: connection, &counts)
        }
        return counts
    }

    private func deliver(_ items: [LeasedItem], at time: String, _ counts: inout Counts) async -> Work {
        var work = Work()
        var changes: [PublicationChange] = []
        var keys: [DeliveryKey] = []
        for item in items {
            let key = item.key(on: channel.code)
            if let action = item.content.action {
                changes.append(
                    PublicationChange(
                        entryID: item.membershipID, version: item.version, key: key.description, action: action))
                keys.append(key)
            } else {
                work.attempts.append(Attempt(key: key, outcome: .refused, fault: "unreadable-content", evidence: nil))
            }
        }
        guard !changes.isEmpty else { return work }
        do {
            let outcomes = try await channel.deliver(changes, at: time)
            for (key, outcome) in zip(keys, outcomes) { work.take(outcome, of: key) }
            for key in keys.dropFirst(outcomes.count) {
                work.attempts.append(Attempt(key: key, outcome: .unclear, fault: "no-outcome", evidence: nil))
            }
        } catch {
            counts.channelFault = error
            for key in keys {
                work.attempts.append(Attempt(key: key, outcome: .failed, fault: "\(error)", evidence: nil))
            }
        }
        return work
    }

    /// Writes what became of the changes, in the same transaction keeps the receipts that told it, confirms what is published for the first
    /// time, and makes the next claim.
    private func settle(
        _ work: Work, of lease: BatchLease?, toldBy receipts: Receipts = Receipts([]), asOf day: CivilDate,
        on connection: Connection, _ counts: inout Counts, claimingAfter floor: Int64? = nil
    ) async throws -> Claim {
        let token = UUID()
        let limit = min(channel.capabilities.batchLimit, Self.claimLimit)
        let (disbelieved, confirmed, refused, claim) = try await connection.transaction {
            [queue, ledger, channel] connection in
            let disbelieved = try receipts.keep(from: channel.code, asOf: day, on: connection)
            let (firsts, batchIDs) = try connection.pipeline { pipeline in
                try queue.catchUp(work.settlements, in: &pipeline)
                try queue.postpone(work.attempts, asOf: day, lease: lease, in: &pipeline)
                let firsts =
                    lease == nil && work.settlements.isEmpty
                    ? nil : try queue.finish(work.settlements, asOf: day, lease: lease, in: &pipeline)
                let claimed = try floor.map { try queue.claim(limit, after: $0, token: token, in: &pipeline) }
                try pipeline.sync()
                return (try firsts?.get() ?? [], try claimed?.get() ?? [])
            }
            let starts =
                firsts.isEmpty ? [] : try FirstPublication.unconfirmed(among: firsts, asOf: day, on: connection)
            var confirmed = 0
            for start in starts {
                if try start.confirm(through: ledger, on: connection) { confirmed += 1 }
            }
            let claim =
                batchIDs.isEmpty
                ? Claim.nothing
                : Claim(
                    lease: BatchLease(token: token, batchIDs: batchIDs),
                    items: try queue.items(of: batchIDs, on: connection))
            return (disbelieved, confirmed, starts.count - confirmed, claim)
        }
        counts.disbelieved += disbelieved
        counts.confirmed += confirmed
        counts.unconfirmed += refused
        counts.add(work)
        return claim
    }

    /// Settles what receipts say, and puts them away once that is committed: a worker killed in between reads them again.
    private func collectReceipts(
        from source: any ReceiptSource, asOf day: CivilDate, at time: String, on connection: Connection,
        _ counts: inout Counts
    ) async throws {
        do {
            let receipts = Receipts(try await source.collectReceipts(at: time))
            _ = try await settle(receipts.work, of: nil, toldBy: receipts, asOf: day, on: connection, &counts)
            try await source.archiveReceipts()
        } catch let fault as ChannelError {
            counts.channelFault = fault
        }
    }
}
