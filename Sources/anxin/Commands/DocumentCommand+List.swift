import ArgumentParser
import PQ
import SafetyCredit

extension DocumentCommand {
    /// Lists issued documents.
    struct List: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出已出具的文书。",
            discussion: "例：anxin doc list --subject 91421321MA49K3C490 --format xlsx --output 文书.xlsx")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        @Option(help: "只列该统一社会信用代码的。")
        var subject: String?

        func run() async throws {
            let surroundings = try Surroundings(common)
            let rows = try await withDatabase(common) { connection in
                let code = try subject.map { try creditCode($0, on: connection).text }
                return try connection.rows(
                    """
                    select d.document_id, d.document_number, d.kind, d.dated_on, d.subject_name, d.credit_code, d.about_id,
                        d.agency_name, d.template_version::integer, d.sha256
                    from reports.issued_document as d
                    where \(code)::text is null or d.credit_code = \(code)
                    order by d.dated_on desc, d.document_id desc
                    """,
                    as: (Int64, String, String, CivilDate, String, String?, Int64, String, Int32, String).self)
            }
            let language = surroundings.language
            var listing = Listing(columns: [
                .init(key: "document_id", title: language.choose("文书编号", "document"), isNumber: true),
                .init(key: "document_number", title: language.choose("文号", "number")),
                .init(key: "kind", title: language.choose("种类", "kind")),
                .init(key: "kind_title", title: language.choose("名称", "what")),
                .init(key: "dated_on", title: language.choose("成文日期", "dated")),
                .init(key: "subject_name", title: language.choose("当事人", "subject")),
                .init(key: "credit_code", title: language.choose("统一社会信用代码", "credit code")),
                .init(key: "about_id", title: language.choose("案件或名单编号", "case or membership"), isNumber: true),
                .init(key: "agency_name", title: language.choose("机关", "agency")),
                .init(key: "template_version", title: language.choose("模板版次", "template"), isNumber: true),
                .init(key: "sha256", title: "SHA-256"),
            ])
            listing.rows = rows.map { row in
                [
                    String(row.0), row.1, row.2, DocumentKind(rawValue: row.2)?.title(in: language), row.3.description,
                    row.4, row.5, String(row.6), row.7, String(row.8), row.9,
                ]
            }
            try listing.write(output, created: surroundings.moment(day).day)
        }
    }
}
