import ArgumentParser
import PQ
import SafetyCredit

/// `anxin report`: the statistics form, list members.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "报表：统计表、名单。", subcommands: [Form.self, Listed.self])
}

extension ReportCommand {
    /// Fills the plan's annex.
    struct Form: AnxinCommand {
        enum Format: String, CaseIterable, ExpressibleByArgument { case xlsx, csv }

        static let configuration = CommandConfiguration(
            abstract: "安全生产信用分级分类统计表（附件）。",
            discussion: "例：anxin report form --year 2025 --org 曾都区应急管理局 --by 张三 --output 统计表.xlsx")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions

        @Option(help: "统计年度；次年1月1日评定。")
        var year: Int

        @Option(name: .customLong("org"), help: "报送单位（代码或名称）；不给为全市。")
        var reportingUnit: String?

        @Option(name: .customLong("by"), help: "统计人员。")
        var filledBy = ""

        @Flag(help: "按此固定为一版，须用 --officer 写明经办人；以后用 --edition 重印，逐字节相同。")
        var freeze = false

        @Option(help: "重印已固定的第几版；latest 为最新一版。")
        var edition: String?

        @Option(help: "固定时的经办人编号。")
        var officer: String?

        @Option(help: "格式：xlsx 或 csv；缺省按文件名。")
        var format: Format?

        @Option(name: [.short, .long], help: "写入该文件。")
        var output: String

        func validate() throws {
            guard !freeze || officer != nil else { throw ValidationError("--freeze 须用 --officer 写明经办人。") }
            guard edition == nil || edition == "latest" || edition.flatMap(Int.init) != nil else {
                throw ValidationError("--edition 应为版次的数字或者 latest。")
            }
            guard format != nil || [".xlsx", ".csv"].contains(where: output.hasSuffix) else {
                throw ValidationError("--output 的文件名应以 .xlsx 或 .csv 结尾，或者用 --format 写明格式。")
            }
            guard (1...9998).contains(year) else { throw ValidationError("--year 应为四位年份。") }
        }

        func run() async throws {
            let surroundings = try Surroundings(common)
            let today = surroundings.moment(day).day
            let (year, unit, filler) = (year, reportingUnit, filledBy)
            if freeze, let officer { try await freezeForm(by: officer, surroundings, today) }
            let frozen = freeze ? "latest" : edition
            let form = try await gradesOn(CivilDate(year: year + 1, month: 1, day: 1) ?? today) {
                try await withDatabase(common) { connection in
                    if let frozen {
                        return try StatisticsForm.frozen(
                            year: year, reportingUnit: unit, edition: Int(frozen), on: connection)
                    }
                    return try StatisticsForm.fill(
                        year: year, reportingUnit: unit, filledBy: filler, filledOn: today, on: connection)
                }
            }
            switch format ?? (output.hasSuffix(".csv") ? .csv : .xlsx) {
            case .xlsx: try form.workbook.write(to: output)
            case .csv: try FileBytes.write(form.csv, to: output)
            }
            Console.print(
                surroundings.language.choose(
                    "\(output)：\(form.reportingUnit)，\(form.lines.count) 个单位",
                    "\(output): \(form.reportingUnit), \(form.lines.count) units"))
        }

        private func freezeForm(by officer: String, _ surroundings: Surroundings, _ today: CivilDate) async throws {
            let ledger = try surroundings.ledger(today: today)
            var fields: [String: JSONValue] = [
                "act": .string(FreezeForm.name), "on": .string(today.description), "officer": .string(officer),
                "key": .string("\(FreezeForm.name):\(year):\(reportingUnit ?? ""):\(BusinessMoment.now().isoTime)"),
                "form_year": .integer(Int64(year)), "filled_by": .string(filledBy.isEmpty ? officer : filledBy),
            ]
            if let reportingUnit { fields["reporting_unit"] = .string(reportingUnit) }
            let line = try ActLine(.object(fields))
            let reply = try await withDatabase(common, writingOn: day) { connection in
                try ledger.submit(line, on: connection)
            }
            Console.note(reply.line(in: surroundings.language), quiet: common.quiet)
            if case .refused(let refusal) = reply.outcome { throw refusal }
        }
    }

    /// Lists memberships on a day.
    struct Listed: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "某日的名单成员；--all 包括已经移出的。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        @Flag(help: "包括已经移出的。")
        var all = false

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let isInForceOnly = !all
            let memberships = try await gradesOn(day) {
                try await withDatabase(common) { connection in
                    try MembershipState.all(asOf: day, isInForceOnly: isInForceOnly, on: connection)
                }
            }
            try Listing(memberships, in: surroundings.language).write(output, created: day)
        }
    }
}
