import ArgumentParser
import PQ
import SafetyCredit

/// `anxin case`: procedures.
struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "案件：各程序的步骤和期限；应当考虑立案列入的单位。", subcommands: [Steps.self, Propose.self])
}

extension CaseCommand {
    /// Lists the units that meet a clause of grade D from their records.
    struct Propose: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "按记录符合D级条款、尚未列入也未立案的单位。",
            discussion: """
                只提示，不列入：列入须经告知、陈述申辩和决定（anxin act 的 give-notice、record-defence、decide-listing）。
                DA1 至 DA4 由事故和处罚的字段推出；DA5 和未发生事故类各条由处罚文书的文字提示，是否属实由经办人认定。
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let (proposals, doubtful) = try await gradesOn(day) {
                try await withDatabase(common) { connection in
                    (
                        try ProposedListing.all(asOf: day, on: connection),
                        try ProposedListing.doubtfulFines(asOf: day, on: connection)
                    )
                }
            }
            let language = surroundings.language
            if !doubtful.isEmpty {
                let numbers = doubtful.joined(separator: language.choose("、", ", "))
                Console.note(
                    language.choose(
                        "罚款不在安全生产法第一百一十四条的幅度内，请核对金额、事故等级和“适用第二款”：\(numbers)",
                        "fines outside the band of Art. 114; check amount, severity and paragraph 2: \(numbers)"),
                    quiet: common.quiet)
            }
            var listing = Listing(columns: [
                .init(key: "credit_code", title: language.choose("统一社会信用代码", "credit code")),
                .init(key: "subject_name", title: language.choose("名称", "name")),
                .init(key: "clause_code", title: language.choose("条款", "clause")),
                .init(key: "since_on", title: language.choose("符合之日", "since")),
                .init(key: "penalty_decision_number", title: language.choose("处罚决定文号", "penalty decision")),
                .init(key: "agency_name", title: language.choose("处罚机关", "agency")),
                .init(key: "founding_record_id", title: language.choose("处罚记录", "penalty record"), isNumber: true),
                .init(key: "evidence_ids", title: language.choose("依据记录", "evidence")),
                .init(key: "shown_by", title: language.choose("文书载明", "shown by")),
                .init(key: "clause_text", title: language.choose("条款内容", "clause text")),
            ])
            listing.rows = proposals.map { proposal in
                [
                    proposal.creditCode, proposal.subjectName, proposal.clauseCode, proposal.sinceOn.description,
                    proposal.penaltyDecisionNumber, proposal.agencyName, proposal.foundingRecordID.map { String($0) },
                    proposal.evidenceIDs.map { String($0) }.joined(separator: " "), proposal.shownBy,
                    proposal.clauseText,
                ]
            }
            try listing.write(output, created: day)
        }
    }
}
