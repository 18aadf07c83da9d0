import PQ

/// A column of a record that a correction may change, with the values it takes.
struct CorrectableColumn: Sendable {
    enum Kind: Sendable {
        case text, date, integer, boolean
        case choice([String])
        /// Several of the words, parted by semicolons or blanks.
        case choices([String])
    }

    let name: String
    let kind: Kind
    let canBeEmpty: Bool

    static func text(_ name: String, canBeEmpty: Bool = true) -> Self {
        Self(name: name, kind: .text, canBeEmpty: canBeEmpty)
    }
    static func date(_ name: String, canBeEmpty: Bool = false) -> Self {
        Self(name: name, kind: .date, canBeEmpty: canBeEmpty)
    }
    static func integer(_ name: String, canBeEmpty: Bool = false) -> Self {
        Self(name: name, kind: .integer, canBeEmpty: canBeEmpty)
    }
    static func boolean(_ name: String) -> Self { Self(name: name, kind: .boolean, canBeEmpty: false) }
    static func choice(_ name: String, _ words: [String], canBeEmpty: Bool = false) -> Self {
        Self(name: name, kind: .choice(words), canBeEmpty: canBeEmpty)
    }
    static func choices(_ name: String, _ words: [String]) -> Self {
        Self(name: name, kind: .choices(words), canBeEmpty: false)
    }

    /// The value as the column stores it.
    ///
    /// - Throws: `Refusal.badField` with what the column takes.
    func value(of text: String?) throws(Refusal) -> JSONValue {
        guard let text else {
            guard canBeEmpty else { throw refusal }
            return .null
        }
        switch kind {
        case .text: return .string(text)
        case .date:
            guard let date = CivilDate(iso: text), date.isFinite else { throw refusal }
            return .string(date.description)
        case .integer:
            guard let number = Int64(text), number >= 0 else { throw refusal }
            return .integer(number)
        case .boolean:
            guard let value = Bool(text) else { throw refusal }
            return .bool(value)
        case .choice(let words):
            guard words.contains(text) else { throw refusal }
            return .string(text)
        case .choices(let words):
            let given = text.split { " ;；、".contains($0) }.map(String.init)
            guard !given.isEmpty, given.allSatisfy(words.contains) else { throw refusal }
            return .array(given.map { .string($0) })
        }
    }

    private var refusal: Refusal {
        let expected =
            switch kind {
            case .text: "text"
            case .date: "date YYYY-MM-DD"
            case .integer: "a number that is not negative"
            case .boolean: "true or false"
            case .choice(let words), .choices(let words): words.joined(separator: ", ")
            }
        return Refusal(.badField, ["field": name, "expected": expected])
    }
}
