/// Turns the text of a cell, blanks around it taken off, into a value.
public struct CellParser<Value: Sendable>: Sendable {
    private let body: @Sendable (String) throws(CellFault) -> Value

    public init(_ body: @escaping @Sendable (String) throws(CellFault) -> Value) { self.body = body }

    /// **Throws** the `CellFault` that names the broken rule.
    public func parse(_ text: String) throws(CellFault) -> Value { try body(text) }
}

extension CellParser where Value == String {
    /// Text of at most `limit` characters.
    ///
    /// **Throws** `tooLong`, `controlCharacter` (line breaks are allowed), `privateUseCharacter`.
    public static func text(max limit: Int) -> CellParser {
        CellParser { text throws(CellFault) in
            for scalar in text.unicodeScalars {
                switch scalar.value {
                case 0x0A, 0x0D, 0x09: continue
                case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: throw .controlCharacter
                case 0xE000...0xF8FF, 0xF0000...0x10FFFF, 0xFFFD: throw .privateUseCharacter
                default: continue
                }
            }
            guard text.utf8.count <= limit || text.count <= limit else { throw .tooLong(limit: limit) }
            return text.maskingResidentNumbers()
        }
    }

    /// Text on one line: line breaks inside become nothing, as when a title wraps in its cell.
    ///
    /// **Throws** as `text(max:)`.
    public static func line(max limit: Int) -> CellParser {
        let text = text(max: limit)
        return CellParser { raw throws(CellFault) in
            guard raw.utf8.contains(where: { $0 < 0x20 }) else { return try text.parse(raw) }
            return try text.parse(
                String(String.UnicodeScalarView(raw.unicodeScalars.filter { ![0x0A, 0x0D, 0x09].contains($0.value) })))
        }
    }
}

extension CellParser where Value == Int {
    /// A whole number in the range; `3.0` counts as 3.
    ///
    /// **Throws** `numberSpelling`, `numberNegative`, `numberOutside`.
    public static func integer(in range: ClosedRange<Int>) -> CellParser {
        CellParser { text throws(CellFault) in
            let number = try DecimalText(text).scaled(by: 0, integerDigits: 12)
            guard range.contains(Int(number)) else {
                throw .numberOutside(from: Int64(range.lowerBound), to: Int64(range.upperBound))
            }
            return Int(number)
        }
    }
}

extension CellParser where Value == Bool {
    /// **Throws** `notYesOrNo`.
    public static var yesNo: CellParser {
        CellParser { text throws(CellFault) in
            switch HeaderTitle.normalise(text) {
            case "是", "1", "true", "y", "yes", "√": return true
            case "否", "0", "false", "n", "no", "×": return false
            default: throw .notYesOrNo
            }
        }
    }
}
