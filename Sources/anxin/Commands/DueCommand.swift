import ArgumentParser
import PQ
import SafetyCredit

/// `anxin due`: what an officer has to do, by day.
struct DueCommand: AnxinCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "期限：尚未办结的步骤、公示与撤下，以及临近的提醒。",
        discussion: """
            例：anxin due --within 5 --officer zhang；anxin due --org 曾都区应急管理局
            已逾期的总在最前。提醒（管理期限届满、可以申请提前移出）只列六十日之内的，不会逾期。
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var day: AsOfOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "只列几天之内到期和已逾期的。")
    var within: Int?

    @Option(help: "只列该经办人的案件。")
    var officer: String?

    @Option(name: .customLong("org"), help: "只列该机关（代码或名称）及其下级的。")
    var agency: String?

    func run() async throws {
        let surroundings = try Surroundings(common)
        let day = surroundings.moment(day).day
        let selection = Deadline.Selection(within: within, officerCode: officer, agency: agency)
        let (officer, agency) = (officer, agency)
        let deadlines = try await gradesOn(day) {
            try await withDatabase(common) { connection in
                if let officer, try Officer.find(officer, on: connection) == nil {
                    throw CommandError.unknownOfficer(officer)
                }
                if let agency, try !Agency.exists(agency, on: connection) { throw CommandError.unknownAgency(agency) }
                return try Deadline.open(asOf: day, selection, on: connection)
            }
        }
        let language = surroundings.language
        var listing = Listing(columns: [
            .init(key: "due_on", title: language.choose("最后一日", "due on")),
            .init(key: "days_left", title: language.choose("剩余天数", "days left"), isNumber: true),
            .init(key: "state", title: language.choose("状态", "state")),
            .init(key: "what", title: language.choose("事项", "what")),
            .init(key: "subject_name", title: language.choose("名称", "subject")),
            .init(key: "agency_name", title: language.choose("责任机关", "agency")),
            .init(key: "officer_code", title: language.choose("承办人", "officer")),
            .init(key: "about_id", title: language.choose("案件或名单编号", "case or membership"), isNumber: true),
            .init(key: "deadline_kind", title: language.choose("种类", "kind")),
        ])
        listing.rows = deadlines.map { deadline in
            [
                deadline.dueOn?.description, deadline.daysLeft.map { String($0) }, Self.state(of: deadline, language),
                deadline.name(in: language), deadline.subjectName, deadline.agencyName, deadline.officerCode,
                String(deadline.aboutID), deadline.kind,
            ]
        }
        try listing.write(output, created: day)
    }

    private static func state(of deadline: Deadline, _ language: Language) -> String {
        let words = [
            deadline.isOverdue ? language.choose("逾期", "overdue") : nil,
            deadline.isProvisional ? language.choose("暂定", "provisional") : nil,
            deadline.isNotice ? language.choose("提醒", "notice") : nil,
        ]
        return words.compactMap(\.self).joined(separator: language.choose("、", ", "))
    }
}
