/// One fact as a lawyer writes it: `penalty 2021-03-01 safety #P1 annulled=2022-01-10`.
///
/// Words are the kind, a date, flags and a label behind `#`; the rest is `name=value`. Facts of a history stand between semicolons;
/// a label used again is a correction, and `known=` says from which day on the register knew it.
struct FactNotation {
    enum Fault: Error, Equatable {
        case empty
        case missing(String, fact: String)
        case notADate(String, fact: String)
        case unreadable(String, fact: String)
    }

    let text: String
    let kind: String
    private(set) var label: String?
    private(set) var date: Day?
    private var flags: Set<String> = []
    private var values: [String: String] = [:]

    init(_ text: some StringProtocol) throws {
        self.text = String(text)
        var words = self.text.split(separator: " ").map(String.init)
        guard !words.isEmpty else { throw Fault.empty }
        kind = words.removeFirst()
        for word in words {
            let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 {
                guard values.updateValue(pair[1], forKey: pair[0]) == nil else {
                    throw Fault.unreadable(word, fact: self.text)
                }
            } else if word.hasPrefix("#"), word.count > 1, label == nil {
                label = String(word.dropFirst())
            } else if word.first?.isNumber == true {
                guard let day = Day(iso: word), date == nil else { throw Fault.notADate(word, fact: self.text) }
                date = day
            } else {
                flags.insert(word)
            }
        }
    }

    mutating func flag(_ name: String) -> Bool { flags.remove(name) != nil }
    mutating func value(_ name: String) -> String? { values.removeValue(forKey: name) }

    mutating func day(_ name: String) throws -> Day? {
        guard let word = value(name) else { return nil }
        guard let day = Day(iso: word) else { throw Fault.notADate(word, fact: text) }
        return day
    }

    mutating func number(_ name: String) throws -> Int? {
        guard let word = value(name) else { return nil }
        guard let number = Int(word) else { throw Fault.unreadable(word, fact: text) }
        return number
    }

    mutating func word<Word: RawRepresentable & CaseIterable>(
        of type: Word.Type, _ name: String
    ) throws -> Word where Word.RawValue == String {
        if let word = value(name) {
            guard let known = Word(rawValue: word) else { throw Fault.unreadable(word, fact: text) }
            return known
        }
        guard let word = Word.allCases.first(where: { flags.contains($0.rawValue) }) else {
            throw Fault.missing(name, fact: text)
        }
        flags.remove(word.rawValue)
        return word
    }

    func required<Value>(_ value: Value?, _ name: String) throws -> Value {
        guard let value else { throw Fault.missing(name, fact: text) }
        return value
    }

    /// Whatever no reader asked for is a mistake of the writer.
    func end() throws {
        if let rest = flags.first ?? values.keys.first { throw Fault.unreadable(rest, fact: text) }
    }
}
