import ArgumentParser
import PQ
import SafetyCredit

extension PolicyCommand {
    /// Adopts the rules of a file.
    struct Adopt: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "采用文件中的口径和参数；全部采用或者全部不采用。",
            discussion: """
                文件与 anxin policy try 的相同：类型（口径或参数）、代码、生效日期、取值、单位。
                原有的取值到新取值生效的前一日为止；生效日期不得早于决定之日。
                例：anxin policy adopt 口径.csv --document 随应急办〔2026〕1号 --officer zhang
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions

        @Option(help: "据以采用的文号。")
        var document: String

        @Option(help: "决定人编号。")
        var officer: String

        @Argument(help: "CSV 或 XLSX 文件。")
        var file: String

        func run() async throws {
            let surroundings = try Surroundings(common)
            let today = surroundings.moment(day).day
            let (rules, rejects) = try PolicyFile.read(path: file, today: today)
            guard rejects.isEmpty else { throw RejectedRows(rejects: rejects) }
            let line = try AdoptPolicy.line(adopting: rules, by: document, officer: officer, on: today)
            let ledger = try surroundings.ledger(today: today)
            let reply = try await withDatabase(common, writingOn: day) { connection in
                try ledger.submit(line, on: connection)
            }
            Console.print(reply.line(in: surroundings.language))
            if reply.isRefused { throw ExitStatus.inputRejected.exitCode }
        }
    }
}
