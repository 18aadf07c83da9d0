import ArgumentParser
import SafetyCredit

extension DatabaseCommand {
    /// Stops the embedded cluster.
    struct Stop: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "停止内嵌数据库。")

        @OptionGroup var common: CommonOptions

        func run() async throws {
            let configuration = try common.configuration()
            guard let cluster = Database(configuration).cluster else { throw OpsError.notEmbedded }
            let (language, quiet) = (configuration.language, common.quiet)
            if cluster.isRunning {
                try await cluster.stop { event in Console.note(event.sentence(in: language), quiet: quiet) }
            } else {
                Console.note(language.choose("内嵌数据库没有运行。", "The embedded database is not running."), quiet: quiet)
            }
        }
    }
}
