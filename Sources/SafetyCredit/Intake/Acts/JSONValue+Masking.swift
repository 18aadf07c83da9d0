extension JSONValue {
    /// The value with every resident number in any of its strings masked.
    func maskingResidentNumbers() -> JSONValue {
        switch self {
        case .string(let text): .string(text.maskingResidentNumbers())
        case .array(let elements): .array(elements.map { $0.maskingResidentNumbers() })
        case .object(let members): .object(members.mapValues { $0.maskingResidentNumbers() })
        case .null, .bool, .number: self
        case .integer(let value):
            // A number typed without quotes is as personal as one with them.
            String(value).maskingResidentNumbers() == String(value) ? self : .string(String(value).maskingResidentNumbers())
        }
    }
}

extension String {
    /// The text with the eight birth-date characters of every run of 17 digits and a check character hidden (RD-25).
    ///
    /// Runs that are longer, or part of a longer word such as a credit code, are left alone.
    func maskingResidentNumbers() -> String {
        var result: [Character] = []
        var run: [Character] = []
        func flush() {
            if Self.looksLikeResidentNumber(run) {
                for index in 6..<14 { run[index] = "*" }
            }
            result += run
            run = []
        }
        for character in self {
            if character.isASCII, character.isLetter || character.isNumber {
                run.append(character)
            } else {
                flush()
                result.append(character)
            }
        }
        flush()
        return String(result)
    }

    private static func looksLikeResidentNumber(_ run: [Character]) -> Bool {
        guard run.count == 18, run[0..<17].allSatisfy(\.isNumber), run[17].isNumber || run[17] == "X" || run[17] == "x",
            let year = Int(String(run[6..<10])), let month = Int(String(run[10..<12])), let day = Int(String(run[12..<14]))
        else { return false }
        return (1850...2200).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }
}
