extension CivilDate: CustomStringConvertible, LosslessStringConvertible, Codable {
    /// `2025-02-28` as PostgreSQL writes it: years before 1 carry ` BC`, the infinities are words.
    public var description: String {
        if self == .infinity { return "infinity" }
        if self == .negativeInfinity { return "-infinity" }
        let (year, month, day) = components
        let shown = year > 0 ? year : 1 - year
        return "\(padded(shown, 4))-\(padded(month, 2))-\(padded(day, 2))\(year > 0 ? "" : " BC")"
    }

    public init?(_ description: String) { self.init(iso: description) }

    /// Reads exactly what `description` writes; nil for any other spelling and for days that do not exist.
    public init?(iso text: some StringProtocol) {
        switch text {
        case "infinity": self = .infinity
        case "-infinity": self = .negativeInfinity
        default:
            var bytes = Array(text.utf8)
            let isBC = bytes.count > 3 && bytes.suffix(3).elementsEqual(" BC".utf8)
            if isBC { bytes.removeLast(3) }
            guard bytes.count >= 10, bytes[bytes.count - 6] == UInt8(ascii: "-"),
                bytes[bytes.count - 3] == UInt8(ascii: "-"),
                let year = decimal(bytes[..<(bytes.count - 6)]),
                let month = decimal(bytes[(bytes.count - 5)..<(bytes.count - 3)]),
                let day = decimal(bytes[(bytes.count - 2)...]), year > 0, bytes.count == 10 || bytes[0] != 0x30
            else { return nil }
            self.init(year: isBC ? 1 - year : year, month: month, day: day)
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = CivilDate(iso: try container.decode(String.self)) else {
            throw Swift.DecodingError.dataCorruptedError(in: container, debugDescription: "not an ISO 8601 date")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A decimal number of up to nine digits and nothing else.
func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
        guard (0x30...0x39).contains(digit) else { return nil }
        value = value * 10 + Int(digit - 0x30)
    }
    return value
}

/// The number with zeros before it up to `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
