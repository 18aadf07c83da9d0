/// A closed set of values that officers write in Chinese and the register stores as English codes.
public protocol LabelledChoice: CaseIterable, RawRepresentable, Sendable, Hashable where RawValue == String {
    /// The word of the law or the form.
    var label: String { get }
    /// Other words that mean the same.
    var aliases: [String] { get }
}

extension LabelledChoice {
    public var aliases: [String] { [] }

    /// The value with this label, alias or code; blanks, width and case do not matter.
    public init?(labelled text: String) {
        let wanted = HeaderTitle.normalise(text)
        let found = Self.allCases.first { choice in
            ([choice.label, choice.rawValue] + choice.aliases).contains { HeaderTitle.normalise($0) == wanted }
        }
        guard let found else { return nil }
        self = found
    }
}

extension CellParser where Value: LabelledChoice {
    /// **Throws** `unknownChoice` with the labels allowed.
    public static var choice: CellParser {
        let byText = choiceTable()
        return CellParser { text throws(CellFault) in
            guard let value = byText[text] ?? Value(labelled: text) else {
                throw .unknownChoice(allowed: Value.allCases.map(\.label))
            }
            return value
        }
    }

    private static func choiceTable() -> [String: Value] {
        Dictionary(Value.allCases.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension CellParser {
    /// Several values of one set, joined with a semicolon, an enumeration comma or a comma; each once.
    ///
    /// **Throws** `unknownChoice`.
    public static func choices<Choice: LabelledChoice>() -> CellParser where Value == [Choice] {
        let one = CellParser<Choice>.choice
        return CellParser { text throws(CellFault) in
            var values: [Choice] = []
            for part in text.split(whereSeparator: { ";；、,，".contains($0) }) {
                let trimmed = CellText.trim(String(part))
                if trimmed.isEmpty { continue }
                let value = try one.parse(trimmed)
                if !values.contains(value) { values.append(value) }
            }
            guard !values.isEmpty else { throw .unknownChoice(allowed: Choice.allCases.map(\.label)) }
            return values
        }
    }
}
