import ArgumentParser
import PQ
import SafetyCredit

extension PublishCommand {
    /// Takes in what the sharing platform pushes back.
    struct Receive: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "接收共享平台推送的文件：修复结果、提前移出申请，逐行成为行为。",
            discussion: "列：业务类型、统一社会信用代码、决定书文号、业务编号、日期、来源、说明。重复的业务编号只办理一次；有行被拒绝时退出码为 65。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions

        @Option(help: "接收的经办人编号（须有 recorder 和 handler 职责）。")
        var officer: String

        @Argument(help: "CSV 或 XLSX 文件。")
        var files: [String]

        func run() async throws {
            let surroundings = try Surroundings(common)
            let ledger = try surroundings.ledger(today: surroundings.moment(day).day)
            let language = surroundings.language
            var refused = 0
            for path in files {
                let file = try PlatformFile.read(path, by: officer)
                let replies = try await withDatabase(common, writingOn: day) { try file.submit(to: ledger, on: $0) }
                for (number, reply) in replies {
                    Console.print("\(path):\(number) \(reply.line(in: language))")
                    if reply.isRefused { refused += 1 }
                }
            }
            if refused > 0 { throw ExitStatus.inputRejected.exitCode }
        }
    }
}
