import ArgumentParser
import PQ
import SafetyCredit

/// `anxin calendar`: working days.
struct CalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "工作日历：载入放假通知、检查、推算期限。",
        subcommands: [Import.self, Check.self, AddDays.self])
}

extension CalendarCommand {
    /// Loads a notice.
    struct Import: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "载入一份放假通知。",
            discussion: """
                文件的列：日期、类型（休息或上班）、节日。与已载入的通知不一致时拒绝，除非发文日期更晚。
                例：anxin calendar import 2027.csv --code 2027 --year 2027 --issued-on 2026-11-10
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions

        @Option(help: "通知代码：年份；一次性调整为年份加一个词，如 2027-extra。")
        var code: String

        @Option(help: "所安排的年份。")
        var year: Int

        @Option(name: .customLong("issued-on"), help: "发文日期。")
        var issuedOn: String

        @Option(help: "标题。")
        var title: String?

        @Option(help: "经办人编号。")
        var officer = "operator"

        @Argument(help: "CSV 或 XLSX 文件。")
        var file: String

        func run() async throws {
            let surroundings = try Surroundings(common)
            let today = surroundings.moment(day).day
            let language = surroundings.language
            let (lines, rejects) = try CalendarLine.read(path: file, today: today)
            guard rejects.isEmpty else { throw RejectedRows(rejects: rejects) }
            let line = try ActLine([
                "act": .string(LoadCalendarNotice.name), "on": .string(today.description), "officer": .string(officer),
                "key": .string("\(LoadCalendarNotice.name):\(code)"), "notice_code": .string(code),
                "notice_year": .integer(Int64(year)), "issued_on": .string(issuedOn),
                "title": .string(title ?? "国务院办公厅关于\(year)年部分节假日安排的通知"),
                "days": .array(
                    lines.map { line in
                        [
                            "day": .string(line.day.description), "kind": line.isWorkingDay ? "work" : "off",
                            "name": .string(line.name),
                        ]
                    }),
            ])
            let ledger = try surroundings.ledger(today: today)
            let reply = try await withDatabase(common, writingOn: day) { connection in
                try ledger.submit(line, on: connection)
            }
            Console.print(reply.line(in: language))
            if reply.isRefused { throw ExitStatus.inputRejected.exitCode }
        }
    }

    /// Shows which years are certain.
    struct Check: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "列出已载入的通知、各年工作日数和暂定的起始日。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let surroundings = try Surroundings(common)
            let rows = try await withDatabase(common) { connection in
                try connection.rows(
                    """
                    select n.notice_code, n.issued_on, n.title, count(d.day) filter (where d.is_working_day), min(d.day) filter (where d.is_provisional)
                    from law.calendar_notice as n
                    join law.calendar_day as d on extract(year from d.day) = n.notice_year
                    group by n.notice_code, n.issued_on, n.title
                    order by n.issued_on, n.notice_code
                    """,
                    as: (String, CivilDate, String, Int64, CivilDate?).self
                )
            }
            let language = surroundings.language
            var listing = Listing(columns: [
                .init(key: "notice_code", title: language.choose("通知", "notice")),
                .init(key: "issued_on", title: language.choose("发文日期", "issued on")),
                .init(key: "working_days", title: language.choose("工作日", "working days"), isNumber: true),
                .init(key: "provisional_from", title: language.choose("暂定自", "provisional from")),
                .init(key: "title", title: language.choose("标题", "title")),
            ])
            listing.rows = rows.map { [$0.0, $0.1.description, String($0.3), $0.4?.description, $0.2] }
            try listing.write(output, created: BusinessMoment.now().day)
        }
    }

    /// Counts working days on.
    struct AddDays: AnxinCommand {
        static let configuration = CommandConfiguration(
            commandName: "add-days", abstract: "从某日起第 N 个工作日（起始日不算）；暂定的注明。")

        @OptionGroup var common: CommonOptions

        @Argument(help: "起始日，如 2026-09-24。", transform: AsOfOptions.date)
        var start: CivilDate

        @Argument(help: "工作日数。")
        var count: Int

        func run() async throws {
            let surroundings = try Surroundings(common)
            let (start, count) = (start, count)
            let (due, isProvisional) = try await withDatabase(common) { connection in
                try connection.row(
                    "select d.due_on, d.is_provisional from law.working_day_due(\(start), \(count)::integer) as d",
                    as: (CivilDate?, Bool?).self)
            }
            guard let due else { throw CommandError.dayNotInCalendar(start) }
            let provisional = surroundings.language.choose("（暂定：放假通知未出）", " (provisional: a notice is still to come)")
            Console.print("\(due)" + (isProvisional == true ? provisional : ""))
        }
    }
}
