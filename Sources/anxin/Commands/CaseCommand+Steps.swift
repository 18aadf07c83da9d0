import ArgumentParser
import PQ
import SafetyCredit

extension CaseCommand {
    /// Shows the steps of a procedure: who takes them, when, by which day, by which article.
    struct Steps: AnxinCommand {
        enum Format: String, CaseIterable, ExpressibleByArgument {
            case table, json, csv, xlsx, mermaid, markdown
        }

        static let configuration = CommandConfiguration(
            abstract: "某一程序的步骤：由何人办理、何时可办、期限和依据；或画成 Mermaid 图。",
            discussion: """
                程序：\(Procedure.allCases.map(\.word).joined(separator: "、"))。
                例：anxin case steps early-removal；anxin case steps objection --format mermaid
                markdown 写出全部程序，即 docs/procedures.md。
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions

        @Argument(help: "程序；markdown 时不给。")
        var procedure: String?

        @Option(help: "输出格式：table、json、csv、xlsx、mermaid 或 markdown。")
        var format = Format.table

        @Option(name: [.short, .long], help: "写入该文件，缺省写到标准输出。")
        var output: String?

        func validate() throws {
            if procedure == nil, format != .markdown { throw ValidationError("请给出程序。") }
        }

        func run() async throws {
            let surroundings = try Surroundings(common)
            let (day, language) = (surroundings.moment(day).day, surroundings.language)
            let chosen = try procedure.map { word in
                guard let procedure = Procedure(word: word) else { throw CommandError.unknownProcedure(word) }
                return procedure
            }
            let terms = try await gradesOn(day) {
                try await withDatabase(common) { try CaseTerms.read(asOf: day, on: $0) }
            }
            guard let chosen else { return try write(ProcedurePage.text(terms: terms, in: language)) }
            switch format {
            case .mermaid: try write(ProcedureDiagram(chosen, terms: terms, in: language).text)
            case .markdown: try write(ProcedurePage.text(terms: terms, in: language))
            case .table, .json, .csv, .xlsx:
                try Self.listing(ProcedureTable(chosen, terms: terms, in: language), language)
                    .write(as: OutputFormat(rawValue: format.rawValue) ?? .table, to: output, created: day)
            }
        }

        private func write(_ text: String) throws {
            try Console.print(Array(text.utf8), to: output)
        }

        private static func listing(_ table: ProcedureTable, _ language: Language) -> Listing {
            var listing = Listing(columns: [
                .init(key: "step", title: language.choose("步骤", "step")),
                .init(key: "who", title: language.choose("由何人", "who")),
                .init(key: "act", title: language.choose("行为", "act")),
                .init(key: "after", title: language.choose("此前须为", "after")),
                .init(key: "owes", title: language.choose("由此开始的期限", "owes")),
                .init(key: "source", title: language.choose("依据", "source")),
            ])
            listing.rows = table.rows.map { [$0.step, $0.who, $0.act, $0.after, $0.owes, $0.source] }
            return listing
        }
    }
}
