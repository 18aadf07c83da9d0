import ArgumentParser
import Foundation
import SafetyCredit

/// The options every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        name: .customLong("database-url"),
        help: "数据库地址（libpq 连接串）；缺省取 ANXIN_DATABASE_URL、PG* 变量，都没有时用内嵌数据库。")
    var databaseURL: String?

    @Option(name: .customLong("lang"), help: "输出语言：zh 或 en。")
    var language: String?

    @Flag(name: [.short, .long], help: "只输出结果和错误。")
    var quiet = false

    @Flag(name: [.short, .long], help: "输出更多过程信息。")
    var verbose = false

    @Flag(name: .customLong("no-color"), help: "不使用颜色。")
    var noColor = false

    @Flag(name: .customLong("no-progress"), help: "不显示进度。")
    var noProgress = false

    /// Flags, environment and defaults, checked.
    ///
    /// **Throws** `OpsError.invalidConfiguration` with every problem.
    func configuration() throws(OpsError) -> Configuration {
        let configuration = unchecked
        try configuration.validate()
        return configuration
    }

    /// The language to report in even when the configuration is wrong.
    var reportLanguage: Language { unchecked.language }

    /// Flags, environment and defaults, whatever is wrong with them.
    var unchecked: Configuration {
        Configuration(
            flags: Configuration.Flags(databaseURL: databaseURL, language: language),
            environment: ProcessInfo.processInfo.environment)
    }
}
