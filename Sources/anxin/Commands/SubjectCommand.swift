import ArgumentParser
import PQ
import SafetyCredit

/// `anxin subject`: finds and shows subjects.
struct SubjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subject", abstract: "主体：查找。", subcommands: [Find.self])
}

extension SubjectCommand {
    /// Finds units by a part of the name or by code.
    struct Find: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "按名称的一部分或代码查找单位，显示当日等级。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        @Argument(help: "名称的一部分，或代码。")
        var text: String

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let text = text
            let rows = try await gradesOn(day) {
                try await withDatabase(common) { connection in
                    let ids = try connection.values(
                        """
                        select s.subject_id
                        from register.subject as s
                        where s.kind <> 'person'
                            and (strpos(s.name, \(text)) > 0
                                or s.subject_id in (
                                    select c.subject_id from register.identifier_claim as c
                                    where c.value = upper(\(text)) and c.scheme = 'credit_code'
                                ))
                        order by coalesce(s.sort_key, s.name) collate "zh-x-icu"
                        limit 200
                        """,
                        as: Int64.self
                    )
                    return try connection.rows(
                        """
                        select i.value, s.name, u.name, g.grade::text, s.registered_address
                        from register.subject as s
                        join ops.reporting_unit as u on u.reporting_unit_code = s.reporting_unit_code
                        left join register.subject_identifier as i
                            on i.subject_id = s.subject_id and i.scheme = 'credit_code'
                        left join lists.subject_grade(\(day)) as g on g.subject_id = s.subject_id
                        where s.subject_id = any (\(ids))
                        order by coalesce(s.sort_key, s.name) collate "zh-x-icu"
                        """,
                        as: (String?, String, String, String?, String?).self
                    )
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
            listing.rows = rows.map { [$0.0, $0.1, $0.2, $0.3, $0.4] }
            try listing.write(output, created: day)
        }
    }
}
