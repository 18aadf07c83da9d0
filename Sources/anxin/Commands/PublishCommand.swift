import ArgumentParser
import PQ
import SafetyCredit

/// `anxin publish`: brings the channels to what they must show, and proves it.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "公示：执行、状态、核对、导出、重试、暂停、限速、恢复后重放。",
        subcommands: [
            Run.self, Status.self, Verify.self, Export.self, Retry.self, Pause.self, Resume.self, Pace.self,
            Receive.self, Replay.self,
        ])
}

extension PublishCommand {
    /// Reconciles and delivers on every channel.
    struct Run: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "比对应示与已示，向各渠道公示或撤下，收取回执。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: PublicationDayOptions

        func run() async throws {
            let surroundings = try Surroundings(common)
            let connection = try await database(common).connect()
            let moment = try await surroundings.moment(day, on: connection)
            let run = PublicationRun(
                channels: try await surroundings.channels(on: moment.day, connection),
                ledger: try surroundings.ledger(today: moment.day), journal: surroundings.journal)
            let progress = Progress(surroundings.language.choose("公示", "publishing"), common)
            let counts = try await run.run(at: moment, on: connection) { progress.update($0) }
            progress.finish()
            await connection.close()

            let language = surroundings.language
            var hasFault = false
            for (channel, count) in counts.sorted(by: { $0.key < $1.key }) {
                Console.print(
                    language.choose(
                        "\(channel)：完成 \(count.done)，已交出 \(count.sent)，待重试 \(count.postponed)，待处理 \(count.dead)，首次公示 \(count.confirmed)，不采信回执 \(count.disbelieved)",
                        "\(channel): \(count.done) done, \(count.sent) handed over, \(count.postponed) postponed, \(count.dead) dead, \(count.confirmed) first published, \(count.disbelieved) receipts disbelieved"
                    ))
                if count.unconfirmed > 0 {
                    hasFault = true
                    Console.error(
                        language.choose(
                            "\(channel)：\(count.unconfirmed) 条首次公示未能确认，见行为账",
                            "\(channel): \(count.unconfirmed) first publications were not confirmed; see the ledger"))
                }
                if let fault = count.channelFault {
                    hasFault = true
                    Console.error("\(channel): \(fault.sentence(in: language))")
                }
            }
            if hasFault { throw ExitStatus.tryLater.exitCode }
        }
    }

    /// Shows how each channel stands.
    struct Status: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "各渠道已示、待办、逾期的数量。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let (channels, alarms) = try await withDatabase(common) { connection in
                (
                    try PublicationControl.status(asOf: day, on: connection),
                    try PublicationAlarm.all(asOf: day, on: connection)
                )
            }
            let language = surroundings.language
            let served = Set(surroundings.configuredChannels.map(\.code))
            var listing = Listing(columns: [
                .init(key: "channel", title: language.choose("渠道", "channel")),
                .init(key: "name", title: language.choose("名称", "name")),
                .init(key: "is_paused", title: language.choose("暂停", "paused")),
                .init(key: "items_per_minute", title: language.choose("每分钟限", "per minute"), isNumber: true),
                .init(key: "shown", title: language.choose("已示", "shown"), isNumber: true),
                .init(key: "unknown", title: language.choose("不明", "unknown"), isNumber: true),
                .init(key: "ready", title: language.choose("待送", "ready"), isNumber: true),
                .init(key: "leased", title: language.choose("送达中", "leased"), isNumber: true),
                .init(key: "sent", title: language.choose("待回执", "sent"), isNumber: true),
                .init(key: "dead", title: language.choose("待处理", "dead"), isNumber: true),
                .init(key: "overdue", title: language.choose("逾期", "overdue"), isNumber: true),
            ])
            listing.rows = channels.map { channel in
                [
                    channel.channelCode, channel.name, channel.isPaused ? language.choose("是", "yes") : "",
                    channel.itemsPerMinute.map { String($0) }, String(channel.shown), String(channel.unknown),
                    String(channel.ready), String(channel.leased),
                    String(channel.sent), String(channel.dead), String(channel.overdue),
                ]
            }
            try listing.write(output, created: day)
            for alarm in alarms { Console.error(alarm.sentence(in: language)) }
            for channel in channels where !served.contains(channel.channelCode) {
                Console.note(
                    language.choose(
                        "\(channel.channelCode)：本机未配置，不由本机送达",
                        "\(channel.channelCode): not configured here, not served from here"),
                    quiet: common.quiet)
            }
            try await tellFence(surroundings)
        }

        private func tellFence(_ surroundings: Surroundings) async throws {
            let connection = try await database(common).connect()
            do {
                try await RestoreFence(journal: surroundings.journal).check(on: connection)
            } catch let closed as RestoreFence.Closed {
                Console.error(closed.sentence(in: surroundings.language))
            }
            await connection.close()
        }
    }

    /// Reads every channel back and lists differences both ways.
    struct Verify: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "回读各渠道，列出不该示而示、该示而未示的；有差异时退出码为 1。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: PublicationDayOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let surroundings = try Surroundings(common)
            let connection = try await database(common).connect()
            // What differs is sent again: not by a database that does not know what was sent.
            try await RestoreFence(journal: surroundings.journal).check(on: connection)
            let day = try await surroundings.moment(day, on: connection).day
            let language = surroundings.language
            var listing = Listing(columns: [
                .init(key: "channel", title: language.choose("渠道", "channel")),
                .init(key: "entry_id", title: language.choose("名单成员编号", "entry"), isNumber: true),
                .init(key: "difference", title: language.choose("差异", "difference")),
            ])
            for channel in try await surroundings.channels(on: day, connection) {
                let check = try await ChannelCheck.run(channel, asOf: day, on: connection)
                Console.note(
                    language.choose(
                        "\(channel.code)：回读 \(check.shownCount) 条，差异 \(check.differences.count) 条",
                        "\(channel.code): \(check.shownCount) read back, \(check.differences.count) differ"),
                    quiet: common.quiet)
                listing.rows += check.differences.map { [channel.code, String($0.entryID), $0.kind.rawValue] }
            }
            await connection.close()
            if listing.rows.isEmpty { return }
            try listing.write(output, created: day)
            throw ExitStatus.failure.exitCode
        }
    }

    /// Puts dead items back into the queue.
    struct Retry: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "把待处理的项目放回队列。")

        @OptionGroup var common: CommonOptions

        @Argument(help: "渠道代码；不给则全部。")
        var channel: String?

        func run() async throws {
            let surroundings = try Surroundings(common)
            let channel = channel
            let count = try await withDatabase(common) { connection in
                try PublicationControl.retryDead(channel: channel, on: connection)
            }
            guard let count else { throw CommandError.unknownChannel(channel ?? "") }
            Console.print(surroundings.language.choose("放回 \(count) 项", "\(count) items put back"))
        }
    }

    /// Stops deliveries on a channel.
    struct Pause: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "暂停一个渠道的送达。")

        @OptionGroup var common: CommonOptions

        @Argument(help: "渠道代码。")
        var channel: String

        func run() async throws { try await PublishCommand.setPaused(true, channel, common) }
    }

    /// Resumes deliveries on a channel.
    struct Resume: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "恢复一个渠道的送达。")

        @OptionGroup var common: CommonOptions

        @Argument(help: "渠道代码。")
        var channel: String

        func run() async throws { try await PublishCommand.setPaused(false, channel, common) }
    }

    fileprivate static func setPaused(_ isPaused: Bool, _ channel: String, _ common: CommonOptions) async throws {
        let isKnown = try await withDatabase(common) { connection in
            try PublicationControl.setPaused(isPaused, channel: channel, on: connection)
        }
        guard isKnown else { throw CommandError.unknownChannel(channel) }
    }
}
