import ArgumentParser
import PQ
import SafetyCredit

extension SubjectCommand {
    /// Finds units by a part of a name or by code.
    struct Find: AnxinCommand {
        private static let limit = 200

        static let configuration = CommandConfiguration(
            abstract: "按名称（含曾用名）的一部分或代码查找单位，显示当日等级。", discussion: "例：anxin subject find 化工")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        @Argument(help: "名称的一部分，或代码。")
        var text: String

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let text = text
            let found = try await gradesOn(day) {
                try await withDatabase(common) { connection in
                    try GradedSubject.find(text, asOf: day, limit: Self.limit + 1, on: connection)
                }
            }
            let language = surroundings.language
            var listing = Listing(columns: [
                .init(key: "credit_code", title: language.choose("统一社会信用代码", "credit code")),
                .init(key: "subject_name", title: language.choose("名称", "name")),
                .init(key: "reporting_unit", title: language.choose("报送单位", "reporting unit")),
                .init(key: "grade", title: language.choose("等级", "grade")),
                .init(key: "registered_address", title: language.choose("注册地址", "address")),
            ])
            listing.rows = found.prefix(Self.limit).map { subject in
                [
                    subject.creditCode, subject.name, subject.reportingUnitName, subject.grade,
                    subject.registeredAddress,
                ]
            }
            try listing.write(output, created: day)
            if found.count > Self.limit {
                Console.note(
                    language.choose(
                        "只列出前 \(Self.limit) 个，请把名称写得更全。", "The first \(Self.limit) only: give more of the name."),
                    quiet: common.quiet)
            }
        }
    }
}
