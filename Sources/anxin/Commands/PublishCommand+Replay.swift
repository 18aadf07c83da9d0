import ArgumentParser
import PQ
import SafetyCredit

extension PublishCommand {
    /// Tells a restored database what was sent since, and lets it send again once an officer signs.
    struct Replay: AnxinCommand {
        static let configuration = CommandConfiguration(
            commandName: "replay",
            abstract: "数据库由备份恢复后：重放送达日志，由值班员签字后方可继续公示。",
            discussion: """
                不带 --officer 只重放并列出结果，可以反复执行；带 --officer 和 --reason 在重放后签字（行为 accept-restore，记入行为账）。
                日志所知而数据库不知的条目记为不明，下次公示时按登记的应示状态重新送达或撤下。
                """)

        @OptionGroup var common: CommonOptions

        @Option(help: "签字的经办人编号（须有 operator 职责）。")
        var officer: String?

        @Option(help: "恢复的原因和所用备份。")
        var reason: String?

        func validate() throws {
            guard (officer == nil) == (reason == nil) else { throw ValidationError("--officer 与 --reason 须同时给出。") }
        }

        func run() async throws {
            let surroundings = try Surroundings(common)
            let language = surroundings.language
            let connection = try await database(common).connect()
            guard let replay = try await JournalReplay.run(surroundings.journal, on: connection) else {
                Console.print(
                    language.choose("数据库与送达日志一致，无需重放。", "Database and send journal agree; nothing to replay."))
                await connection.close()
                return
            }
            Console.print(
                language.choose(
                    """
                    已重放送达日志 \(replay.journalID)：\(replay.sendCount) 项送达，\(replay.unknownCount) 条记为不明，\
                    \(replay.strayCount) 条属于本数据库没有的名单成员，将予撤下
                    集群 \(replay.systemIdentifier)，时间线 \(replay.timeline)
                    """,
                    """
                    replayed the send journal \(replay.journalID): \(replay.sendCount) sends, \(replay.unknownCount) entries now \
                    unknown, \(replay.strayCount) of memberships this database does not hold, to be withdrawn
                    cluster \(replay.systemIdentifier), timeline \(replay.timeline)
                    """))
            if let officer, let reason {
                try await sign(replay, officer, reason, surroundings, on: connection)
            } else {
                Console.note(
                    language.choose(
                        "核对无误后签字：anxin publish replay --officer 编号 --reason 原因",
                        "To sign: anxin publish replay --officer CODE --reason TEXT"), quiet: common.quiet)
            }
            await connection.close()
        }

        private func sign(
            _ replay: JournalReplay, _ officer: String, _ reason: String, _ surroundings: Surroundings,
            on connection: Connection
        ) async throws {
            let today = BusinessMoment.now().day
            let line = try ActLine([
                "act": .string(AcceptRestore.name), "on": .string(today.description), "officer": .string(officer),
                "key": .string(
                    "\(AcceptRestore.name):\(replay.journalID):\(replay.systemIdentifier):\(replay.timeline):\(replay.sendCount)"
                ),
                "journal_id": .string(replay.journalID), "reason": .string(reason),
            ])
            let reply = try await surroundings.ledger(today: today).submit(line, on: connection)
            Console.print(reply.line(in: surroundings.language))
            if reply.isRefused { throw ExitStatus.inputRejected.exitCode }
        }
    }
}
