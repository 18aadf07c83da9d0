/// One column of an import file: its titles and how its cells are read.
public struct ImportColumn<Value: Sendable>: Sendable {
    public let titles: ColumnTitles
    let parser: CellParser<Value>

    /// A column that may be absent; a cell in it may be blank.
    static func optional(_ title: String, _ aliases: [String] = [], _ parser: CellParser<Value>) -> ImportColumn {
        ImportColumn(titles: ColumnTitles(title: title, aliases: aliases, isRequired: false), parser: parser)
    }

    /// A column that must be there, with something in every cell.
    static func required(_ title: String, _ aliases: [String] = [], _ parser: CellParser<Value>) -> ImportColumn {
        ImportColumn(titles: ColumnTitles(title: title, aliases: aliases, isRequired: true), parser: parser)
    }
}

/// What a column may be called.
public struct ColumnTitles: Sendable, Hashable {
    /// The title in templates, rejects and messages.
    public let title: String
    /// Other titles that mean the same: of other registers' exports, and the codes of the exchange standard.
    public let aliases: [String]
    public let isRequired: Bool
}

/// The five kinds of file that the register takes in; the raw value is the word after `anxin import`.
public enum ImportKind: String, CaseIterable, Sendable {
    case subjects, penalties, accidents, certifications, honours
}
