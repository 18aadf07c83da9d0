import PQ
import SafetyCredit

/// Several tables about one thing, headed by what is said of it once.
struct Sections {
    struct Fact {
        let key: String
        let title: String
        let value: String?
    }

    struct Section {
        let key: String
        let title: String
        let listing: Listing
    }

    let facts: [Fact]
    let sections: [Section]

    /// Writes the tables in the form asked for, to the file asked for or to standard output.
    ///
    /// - Parameter created: the day noted in a workbook.
    /// - Throws: `CommandError.oneTableOnly` for CSV; what writing throws.
    func write(_ options: OutputOptions, created: CivilDate, in language: Language) throws {
        switch (options.format, options.output) {
        case (.csv, _): throw CommandError.oneTableOnly
        case (.xlsx, nil): throw CommandError.workbookNeedsFile
        case (.xlsx, let output?): try workbook(created: created, language).write(to: output)
        case (.table, let output): try Console.print(Array(text(in: language).utf8), to: output)
        case (.json, let output): try Console.print(Array((json.canonicalText + "\n").utf8), to: output)
        }
    }

    private func text(in language: Language) -> String {
        let width = facts.map { TextWidth.of($0.title) }.max() ?? 0
        let head = facts.map { fact in
            fact.title + String(repeating: " ", count: width - TextWidth.of(fact.title)) + "  " + (fact.value ?? "")
                + "\n"
        }
        let body = sections.map { section in
            let table = section.listing.rows.isEmpty ? language.choose("无", "none") + "\n" : section.listing.text
            return "\n\(section.title)\n\(table)"
        }
        return (head + body).joined()
    }

    private var json: JSONValue {
        let facts = facts.map { ($0.key, $0.value.map { JSONValue.string($0) } ?? .null) }
        let sections = sections.map { ($0.key, $0.listing.rowsJSON) }
        return .object(
            Dictionary(uniqueKeysWithValues: [("schema_version", JSONValue.integer(1))] + facts + sections))
    }

    private func workbook(created: CivilDate, _ language: Language) -> Workbook {
        var head = Listing(columns: [
            .init(key: "what", title: language.choose("项目", "what")),
            .init(key: "value", title: language.choose("内容", "value")),
        ])
        head.rows = facts.map { [$0.title, $0.value] }
        return Workbook(
            title: "anxin", created: created,
            sheets: [head.sheet(named: language.choose("概况", "overview"))]
                + sections.map { $0.listing.sheet(named: $0.title) })
    }
}
