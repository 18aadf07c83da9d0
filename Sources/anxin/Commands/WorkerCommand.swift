import ArgumentParser
import PQ
import SafetyCredit

/// `anxin worker`: works until it is told to stop.
struct WorkerCommand: AnxinCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "常驻：执行到期作业，公示与撤下，每日回读各渠道，直到收到 SIGTERM。",
        discussion: "任何渠道配置有误时不启动，并列出全部问题。ANXIN_LOG_FORMAT=json 时每行日志为一个 JSON 对象。")

    @OptionGroup var common: CommonOptions

    @Option(help: "两轮之间的秒数。")
    var interval = 30

    func validate() throws {
        guard (1...3600).contains(interval) else { throw ValidationError("--interval 应在 1 至 3600 之间。") }
    }

    func run() async throws {
        let configuration = common.unchecked
        let surroundings = Surroundings(common, configuration)
        try await refuseProblems(of: surroundings)
        let stop = StopSignal()
        let signals = TerminationSignals { stop.raise() }
        defer { signals.cancel() }
        let log = WorkerLog(configuration.logFormat)
        let options = try await Database(configuration).checkedOptions()
        log.write("started", [("channels", surroundings.configuredChannels.map(\.code).joined(separator: " "))])
        while !stop.isRaised {
            await round(in: surroundings, options, log, until: stop)
        }
        log.write("stopped")
    }

    /// One round on a connection of its own, and a wait until there is news or the interval is over: a database that was away for a while is
    /// found again by the next.
    private func round(
        in surroundings: Surroundings, _ options: ConnectionOptions, _ log: WorkerLog, until stop: StopSignal
    ) async {
        let pause = Duration.seconds(interval)
        do {
            let connection = try await Connection.connect(options)
            do {
                let moment = BusinessMoment.now()
                let worker = Worker(
                    channels: try await surroundings.channels(on: moment.day, connection),
                    journal: surroundings.journal, stop: stop, ledger: { try surroundings.ledger(today: $0) },
                    report: { log.write($0) })
                try await worker.round(at: moment, on: connection)
                // From here on: what this round itself queued is no news.
                try await connection.listen("publication")
                await stop.cancelling { _ = try? await connection.waitForNotification(timeout: pause) }
                // Anybody may notify: no more than one round a second.
                await stop.sleep(for: .seconds(1))
            } catch {
                await connection.close()
                throw error
            }
            await connection.close()
        } catch {
            log.write("round-failed", [("reason", "\(error)")], level: .error)
            await stop.sleep(for: pause)
        }
    }

    private func refuseProblems(of surroundings: Surroundings) async throws {
        let language = surroundings.language
        var problems = surroundings.configuration.problems.map { $0.sentence(in: language) }
        for channel in surroundings.configuredChannels {
            problems += await channel.objections().map { "\(channel.code): \($0.sentence(in: language))" }
        }
        problems += surroundings.journal.objections().map { $0.sentence(in: language) }
        guard !problems.isEmpty else { return }
        for problem in problems { Console.error(problem) }
        throw ExitStatus.configuration.exitCode
    }
}
