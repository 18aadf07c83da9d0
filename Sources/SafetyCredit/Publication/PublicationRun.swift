public import PQ

/// One round of publication on every channel: reconcile, deliver, and once more for what the first proofs changed.
public struct PublicationRun: Sendable {
    let channels: [any Channel]
    let ledger: Ledger

    public init(channels: [any Channel], ledger: Ledger) {
        self.channels = channels
        self.ledger = ledger
    }

    /// Brings every channel as near to what it must show on the day as it lets itself be brought.
    ///
    /// A first proof sets the publication date, which the page shows: hence a second reconciliation. A third finds nothing unless somebody
    /// acts meanwhile.
    /// - Throws: `PQError`; faults of channels are in the counts.
    public func run(
        at moment: BusinessMoment, on connection: Connection, progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> [String: DeliveryWorker.Counts] {
        var total: [String: DeliveryWorker.Counts] = [:]
        for _ in 0..<3 {
            let queued = try await Reconciliation.run(asOf: moment.day, on: connection)
            if queued == 0, !total.isEmpty { break }
            for channel in channels {
                let counts = try await DeliveryWorker(channel: channel, ledger: ledger)
                    .run(asOf: moment.day, at: moment.isoTime, on: connection, progress: progress)
                total[channel.code, default: DeliveryWorker.Counts()].add(counts)
            }
        }
        return total
    }
}

extension DeliveryWorker.Counts {
    mutating func add(_ other: DeliveryWorker.Counts) {
        done += other.done
        sent += other.sent
        postponed += other.postponed
        dead += other.dead
        disbelieved += other.disbelieved
        confirmed += other.confirmed
        unconfirmed += other.unconfirmed
        channelFault = other.channelFault
    }
}
