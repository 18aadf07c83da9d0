import ArgumentParser
import PQ
import SafetyCredit

extension DocumentCommand {
    /// Lists documents that cases have come to and nobody has issued.
    struct Due: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出应出未出的文书；提前移出证明按申请出具，不在其中。",
            discussion: "例：anxin doc due --org 421303；出具：anxin doc issue --all --officer wang --output 文书/")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        @Option(name: .customLong("org"), help: "只列该机关（代码）的。")
        var agency: String?

        func run() async throws {
            let surroundings = try Surroundings(common)
            let today = surroundings.moment(day).day
            let agency = agency
            let due = try await withDatabase(common) { try DueDocument.all(of: agency, asOf: today, on: $0) }
            let language = surroundings.language
            var listing = Listing(columns: [
                .init(key: "case_id", title: language.choose("案件", "case"), isNumber: true),
                .init(key: "kind", title: language.choose("种类", "kind")),
                .init(key: "kind_title", title: language.choose("名称", "what")),
                .init(key: "since_on", title: language.choose("步骤日期", "since")),
                .init(key: "subject_name", title: language.choose("当事人", "subject")),
                .init(key: "agency_name", title: language.choose("机关", "agency")),
            ])
            listing.rows = due.map {
                [
                    String($0.caseID), $0.kind.rawValue, $0.kind.title(in: language), $0.since.description,
                    $0.subjectName, $0.agencyName,
                ]
            }
            try listing.write(output, created: today)
        }
    }
}
