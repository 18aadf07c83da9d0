import ArgumentParser
import PQ
import SafetyCredit

extension SubjectCommand {
    /// Shows one unit: grade, memberships, records, what is owed, what is published.
    struct Show: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "查看一个单位：等级、名单、记录、待办、公示。",
            discussion: """
                例：anxin subject show 91421321MA49K3C490
                等级的逐条依据用 anxin grade explain；格式 xlsx 每部分一张工作表。
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        @Argument(help: "统一社会信用代码。")
        var code: String

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let sheet = try await gradesOn(day) {
                try await withDatabase(common) { connection in
                    try SubjectSheet.of(try creditCode(code, on: connection), asOf: day, on: connection)
                }
            }
            let language = surroundings.language
            try Sections(sheet, in: language).write(output, created: day, in: language)
        }
    }
}
