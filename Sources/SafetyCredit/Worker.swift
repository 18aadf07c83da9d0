public import PQ

/// Does what is due on a day: jobs not yet run for it, publication, and once a day a reading back of every channel.
///
/// Every round looks at the register anew, so that a round lost to a crash or a network costs nothing but time.
public struct Worker: Sendable {
    /// One thing done or failed, for the log.
    public struct Event: Sendable {
        public enum Level: String, Sendable { case info, warning, error }

        public let level: Level
        public let name: String
        public let facts: [(name: String, value: String)]
    }

    let channels: [any Channel]
    let ledger: @Sendable (CivilDate) throws -> Ledger
    let journal: SendJournal
    let stop: StopSignal
    let report: @Sendable (Event) -> Void

    /// - Parameter ledger: a ledger for a business day.
    public init(
        channels: [any Channel], journal: SendJournal, stop: StopSignal,
        ledger: @escaping @Sendable (CivilDate) throws -> Ledger, report: @escaping @Sendable (Event) -> Void
    ) {
        self.channels = channels
        self.journal = journal
        self.stop = stop
        self.ledger = ledger
        self.report = report
    }

    /// One round.
    ///
    /// - Throws: `PQError` when the database fails. A day that cannot be trusted, for which nothing is done, a job that fails, a closed fence and
    ///   faults of channels are reported: the next round looks again.
    public func round(at moment: BusinessMoment, on connection: Connection) async throws {
        do {
            try await DayCheck.acceptClock(moment.day, on: connection)
            for job in Job.allCases where !stop.isRaised { await work(job, on: moment.day, connection) }
            guard !stop.isRaised else { return }
            try await publish(at: moment, on: connection)
            if !stop.isRaised { try await readBack(on: moment.day, connection) }
        } catch let error as UntrustedDay {
            tell(.error, "clock-not-trusted", [("reason", "\(error)")])
        } catch let error as RestoreFence.Closed {
            tell(.error, "fence-closed", [("reason", "\(error)")])
        } catch let error as ChannelError {
            tell(.error, "journal-unusable", [("reason", "\(error)")])
        }
    }

    /// A job that fails holds nothing up: every view decides by the date, and the next round tries it again.
    private func work(_ job: Job, on day: CivilDate, _ connection: Connection) async {
        do {
            // What a restored database gave out before anybody signed would pass for what was sent.
            if job == .reconcilePublication { try await RestoreFence(journal: journal).check(on: connection) }
            guard let done = try await job.runIfDue(asOf: day, on: connection) else { return }
            tell(.info, "job-done", [("job", job.rawValue), ("changed", "\(done.changedCount)")])
        } catch {
            tell(.error, "job-failed", [("job", job.rawValue), ("reason", "\(error)")])
        }
    }

    private func publish(at moment: BusinessMoment, on connection: Connection) async throws {
        let run = PublicationRun(channels: channels, ledger: try ledger(moment.day), journal: journal, stop: stop)
        for (channel, counts) in try await run.run(at: moment, on: connection).sorted(by: { $0.key < $1.key }) {
            if let fault = counts.channelFault, !stop.isRaised {
                tell(.warning, "channel-fault", [("channel", channel), ("reason", "\(fault)")])
            }
            if counts.unconfirmed > 0 {
                tell(
                    .error, "first-publications-unconfirmed",
                    [("channel", channel), ("count", "\(counts.unconfirmed)")])
            }
            if counts.disbelieved > 0 {
                tell(.warning, "receipts-disbelieved", [("channel", channel), ("count", "\(counts.disbelieved)")])
            }
            if counts.dead > 0 { tell(.warning, "dead-letters", [("channel", channel), ("count", "\(counts.dead)")]) }
            guard counts.done + counts.sent + counts.postponed > 0 else { continue }
            tell(
                .info, "published",
                [
                    ("channel", channel), ("done", "\(counts.done)"), ("sent", "\(counts.sent)"),
                    ("postponed", "\(counts.postponed)"), ("confirmed", "\(counts.confirmed)"),
                ])
        }
    }

    /// Reads back each channel that was not read back on the day; what differs is sent again by the next round.
    private func readBack(on day: CivilDate, _ connection: Connection) async throws {
        let done = Set(
            try await connection.values(
                "select distinct b.channel_code from publication.read_back as b where b.as_of = \(day)", as: String.self
            ))
        for channel in channels where !done.contains(channel.code) && !stop.isRaised {
            do {
                let check = try await ChannelCheck.run(channel, asOf: day, on: connection)
                tell(
                    check.differences.isEmpty ? .info : .warning, "read-back",
                    [
                        ("channel", channel.code), ("shown", "\(check.shownCount)"),
                        ("differences", "\(check.differences.count)"),
                    ])
            } catch let error as ChannelError {
                tell(.warning, "read-back-failed", [("channel", channel.code), ("reason", "\(error)")])
            }
        }
    }

    private func tell(_ level: Event.Level, _ name: String, _ facts: [(name: String, value: String)]) {
        report(Event(level: level, name: name, facts: facts))
    }
}
