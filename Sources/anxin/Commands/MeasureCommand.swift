import ArgumentParser
import PQ
import SafetyCredit

/// `anxin measure`: supervision measures.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "监管措施：按等级和行业。", subcommands: [Show.self])
}

extension MeasureCommand {
    /// Shows what supervision a unit gets on a day.
    struct Show: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "一个单位某日的监管措施和每年检查次数。",
            discussion: "高危行业另有规定的从严（工作方案五（六）），只改变措施和次数，不改变等级。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        @Argument(help: "统一社会信用代码。")
        var code: String

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let found = try await gradesOn(day) {
                try await withDatabase(common) { connection in
                    try SubjectMeasures.find(try creditCode(code, on: connection), asOf: day, on: connection)
                }
            }
            guard let found else { throw CommandError.notGraded(code: code, day: day) }
            let language = surroundings.language
            var listing = Listing(columns: [
                .init(key: "grade", title: language.choose("等级", "grade")),
                .init(key: "kind", title: language.choose("种类", "kind")),
                .init(key: "text", title: language.choose("内容", "what")),
                .init(key: "source", title: language.choose("依据", "source")),
            ])
            listing.rows = found.measures.map {
                [found.grade, language.choose("措施", "measure"), $0.text, $0.source]
            }
            listing.rows.append([
                found.grade, language.choose("每年检查次数", "inspections a year"),
                found.inspectionsPerYear.map { String($0) } ?? language.choose("未规定", "not given"),
                found.frequencySource,
            ])
            try listing.write(output, created: day)
        }
    }
}
