import ArgumentParser
import PQ

/// The forms a table can be written in.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv, xlsx
}

/// For commands that print a table.
struct OutputOptions: ParsableArguments {
    @Option(name: .long, help: "输出格式：table、json、csv 或 xlsx。")
    var format: OutputFormat = .table

    @Option(name: [.short, .long], help: "写入该文件，缺省写到标准输出。")
    var output: String?
}

/// For commands that write to the register.
struct WritingOptions: ParsableArguments {
    @Flag(name: .customLong("dry-run"), help: "执行同样的语句后回滚，不留下任何改动。")
    var dryRun = false

    @Flag(name: [.short, .long], help: "不再询问确认。")
    var yes = false
}

/// For commands whose answer depends on the day.
struct AsOfOptions: ParsableArguments {
    @Option(name: .customLong("as-of"), help: "基准日期，如 2025-06-30。", transform: Self.date)
    var asOf: CivilDate?

    static func date(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(iso: text) else { throw ValidationError("“\(text)” 不是 YYYY-MM-DD 形式的日期。") }
        return date
    }
}

/// For commands that bring the channels to a day.
struct PublicationDayOptions: ParsableArguments {
    @OptionGroup var day: AsOfOptions

    @Flag(name: .customLong("yes"), help: "允许 --as-of 退回到各渠道最近一次比对之前的日期。")
    var isBackMeant = false
}

/// For commands that can answer as the register knew things at an earlier time.
struct KnownAtOptions: ParsableArguments {
    @Option(
        name: .customLong("known-at"), help: "以该时刻所知为准，如 2025-06-30T18:00:00+08:00；缺省为现在所知。", transform: Self.instant)
    var knownAt: Instant = .infinity

    private static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(iso: text) else { throw ValidationError("“\(text)” 不是 ISO 8601 时刻。") }
        return instant
    }
}
