import ArgumentParser
import PQ
import SafetyCredit

/// `anxin policy`: the readings and parameters in force and to come, trials of others, and their adoption.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "口径和参数：列出、试算、采用。",
        subcommands: [List.self, Try.self, Adopt.self])
}

extension PolicyCommand {
    /// Lists what is in force on a day and what is to come.
    struct List: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "列出某日有效的和以后生效的口径和参数。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let language = surroundings.language
            let rules = try await gradesOn(day) {
                try await withDatabase(common) { connection in
                    try AdoptedRule.all(from: day, in: language, on: connection)
                }
            }
            let inChinese = language == .chinese
            var listing = Listing(columns: [
                .init(
                    key: "kind", title: language.choose("类型", "kind"),
                    names: inChinese ? names(of: PolicyRule.Kind.self) : [:]),
                .init(key: "code", title: language.choose("代码", "code")),
                .init(key: "question", title: language.choose("问题或名称", "question or name")),
                .init(key: "value", title: language.choose("取值", "value")),
                .init(
                    key: "unit", title: language.choose("单位", "unit"),
                    names: inChinese ? names(of: ParameterUnit.self) : [:]),
                .init(key: "meaning", title: language.choose("含义", "meaning")),
                .init(key: "valid_from", title: language.choose("自", "from")),
                .init(key: "last_day", title: language.choose("至", "to")),
                .init(key: "basis", title: language.choose("依据", "basis")),
            ])
            listing.rows = rules.map { rule in
                [
                    rule.kind.rawValue, rule.code, rule.question, rule.value, rule.unit?.rawValue, rule.meaning,
                    rule.validFrom?.description, rule.lastDay?.description, rule.basis,
                ]
            }
            try listing.write(output, created: day)
        }

        private func names<Choice: LabelledChoice>(of choice: Choice.Type) -> [String: String] {
            Dictionary(uniqueKeysWithValues: Choice.allCases.map { ($0.rawValue, $0.label) })
        }
    }

    /// Tries changed rules on the whole register.
    struct Try: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "用改变的口径和参数试算全部单位，列出等级变化；不留下任何改动。",
            discussion: """
                文件的列：类型（口径或参数）、代码、生效日期、取值、单位。
                例：RD-03,2023-08-09,b 为“A级须同时符合全部条件”。
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        @Argument(help: "CSV 或 XLSX 文件。")
        var file: String

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let language = surroundings.language
            let (rules, rejects) = try PolicyFile.read(path: file, today: day)
            guard rejects.isEmpty else { throw RejectedRows(rejects: rejects) }
            let trial = try await gradesOn(day) {
                try await withDatabase(common) { connection in
                    try PolicyTrial.run(rules, asOf: day, on: connection)
                }
            }
            let steps = trial.matrix.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "  ")
            Console.note(
                language.choose(
                    "\(day) 试算：\(steps)；变化 \(trial.moves.count) 个单位（口径 \(trial.stampBefore) → \(trial.stampAfter)）",
                    "\(day) trial: \(steps); \(trial.moves.count) units move (policy \(trial.stampBefore) → \(trial.stampAfter))"
                ),
                quiet: common.quiet)
            var listing = Listing(columns: [
                .init(key: "credit_code", title: language.choose("统一社会信用代码", "credit code")),
                .init(key: "subject_name", title: language.choose("名称", "name")),
                .init(key: "before", title: language.choose("原等级", "before")),
                .init(key: "after", title: language.choose("新等级", "after")),
                .init(key: "clauses_before", title: language.choose("原依据", "clauses before")),
                .init(key: "clauses_after", title: language.choose("新依据", "clauses after")),
            ])
            listing.rows = trial.moves.map { move in
                [
                    move.creditCode, move.subjectName, move.before, move.after,
                    move.clausesBefore.joined(separator: " "),
                    move.clausesAfter.joined(separator: " "),
                ]
            }
            try listing.write(output, created: day)
        }
    }
}

/// Rows of a small file that cannot be read.
struct RejectedRows: UserFacingError {
    let rejects: [Reject]

    var exitStatus: ExitStatus { .inputRejected }

    func sentence(in language: Language) -> String {
        rejects.map { reject in
            language.choose("第 \(reject.rowNumber) 行 ", "row \(reject.rowNumber) ") + reject.sentence(in: language)
        }.joined(separator: "\n")
    }
}
