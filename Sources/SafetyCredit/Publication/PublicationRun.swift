public import PQ

/// One round of publication on every channel: reconcile, deliver, and once more for what the first proofs changed.
public struct PublicationRun: Sendable {
    let channels: [any Channel]
    let ledger: Ledger
    let fence: RestoreFence
    let stop: StopSignal

    /// - Parameters:
    ///   - journal: where every send is noted before it is made, outside the database.
    ///   - stop: calls the round off; what was sent is still settled.
    public init(channels: [any Channel], ledger: Ledger, journal: SendJournal, stop: StopSignal = StopSignal()) {
        self.channels = channels.map {
            StoppableChannel(base: JournaledChannel(base: $0, journal: journal), stop: stop)
        }
        self.stop = stop
        self.ledger = ledger
        fence = RestoreFence(journal: journal)
    }

    /// Brings every channel as near to what it must show on the day as it lets itself be brought.
    ///
    /// A first proof sets the publication date, which the page shows: hence a second reconciliation. A third finds nothing unless somebody
    /// acts meanwhile.
    /// - Throws: `RestoreFence.Closed` where this database may be an older copy: then nothing was sent; `ChannelError` when the journal
    ///   cannot be read; `PQError`. Faults of channels are in the counts.
    public func run(
        at moment: BusinessMoment, on connection: Connection, progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> [String: DeliveryWorker.Counts] {
        try await fence.check(on: connection)
        var total = try await confirmStarts(asOf: moment.day, on: connection)
        for channel in channels {
            if let fault = try await StrayWithdrawal(channel: channel).run(at: moment.isoTime, on: connection) {
                total[channel.code, default: DeliveryWorker.Counts()].channelFault = fault
            }
        }
        for channel in channels where !stop.isRaised {
            do throws(ChannelError) { try await channel.renew(at: moment.isoTime) } catch {
                total[channel.code, default: DeliveryWorker.Counts()].channelFault = error
            }
        }
        for pass in 0..<3 {
            let queued = try await Reconciliation.run(asOf: moment.day, on: connection)
            if queued == 0, pass > 0 { break }
            for channel in channels where !stop.isRaised {
                let counts = try await DeliveryWorker(channel: channel, ledger: ledger)
                    .run(asOf: moment.day, at: moment.isoTime, on: connection, progress: progress)
                total[channel.code, default: DeliveryWorker.Counts()].add(counts)
            }
        }
        try await fence.advanceMark(on: connection)
        return total
    }

    /// Starts the periods that a proof has started and no confirmation yet: one that was lost or refused.
    private func confirmStarts(
        asOf day: CivilDate, on connection: Connection
    ) async throws -> [String: DeliveryWorker.Counts] {
        var counts: [String: DeliveryWorker.Counts] = [:]
        for start in try await FirstPublication.unconfirmed(asOf: day, on: connection) {
            let isConfirmed = try await start.confirm(through: ledger, on: connection)
            counts[start.channelCode, default: DeliveryWorker.Counts()].note(isConfirmed: isConfirmed)
            // Refused for no fault of its own: the others would be too.
            if !isConfirmed { break }
        }
        return counts
    }
}

extension DeliveryWorker.Counts {
    fileprivate mutating func note(isConfirmed: Bool) {
        if isConfirmed { confirmed += 1 } else { unconfirmed += 1 }
    }

    mutating func add(_ other: DeliveryWorker.Counts) {
        done += other.done
        sent += other.sent
        postponed += other.postponed
        dead += other.dead
        disbelieved += other.disbelieved
        confirmed += other.confirmed
        unconfirmed += other.unconfirmed
        channelFault = other.channelFault ?? channelFault
    }
}
