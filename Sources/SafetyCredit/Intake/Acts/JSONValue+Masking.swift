extension JSONValue {
    /// The value with every resident number in any of its strings masked.
    func maskingResidentNumbers() -> JSONValue {
        switch self {
        case .string(let text): return .string(text.maskingResidentNumbers())
        case .array(let elements): return .array(elements.map { $0.maskingResidentNumbers() })
        case .object(let members): return .object(members.mapValues { $0.maskingResidentNumbers() })
        case .integer(let value):
            // A number typed without quotes is as personal as one with them.
            let text = String(value)
            let masked = text.maskingResidentNumbers()
            return masked == text ? self : .string(masked)
        case .null, .bool, .number: return self
        }
    }
}

extension String {
    /// The text with the eight birth-date characters of every resident number in it hidden (RD-25).
    ///
    /// A number is a run of 17 digits and a check character that is no part of a longer word, with a plausible date inside.
    func maskingResidentNumbers() -> String {
        var bytes: [UInt8] = []
        var runStart = 0
        var index = 0
        for byte in utf8 {
            if !Self.isWordByte(byte) {
                Self.mask(&bytes, run: runStart..<index, in: self)
                runStart = index + 1
            }
            index += 1
        }
        Self.mask(&bytes, run: runStart..<index, in: self)
        return bytes.isEmpty ? self : String(decoding: bytes, as: UTF8.self)
    }

    /// Hides the date of the run if it is a number; copies the text on the first find only, for most texts hold none.
    private static func mask(_ bytes: inout [UInt8], run: Range<Int>, in text: String) {
        guard run.count == 18 else { return }
        let all = bytes.isEmpty ? Array(text.utf8) : bytes
        let digits = all[run.lowerBound..<run.lowerBound + 17].map { Int($0) - 48 }
        let last = all[run.upperBound - 1] | 0x20
        guard digits.allSatisfy({ (0...9).contains($0) }), last == UInt8(ascii: "x") || (0x30...0x39).contains(last)
        else { return }
        let year = digits[6...9].reduce(0) { $0 * 10 + $1 }
        let month = digits[10] * 10 + digits[11]
        let day = digits[12] * 10 + digits[13]
        guard (1850...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else { return }
        bytes = all
        for index in run.lowerBound + 6..<run.lowerBound + 14 { bytes[index] = UInt8(ascii: "*") }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
