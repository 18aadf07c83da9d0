extension Numeric: CustomStringConvertible, LosslessStringConvertible {
    /// All digits, with as many after the point as the scale says; `NaN`, `Infinity`, `-Infinity`.
    public var description: String {
        switch kind {
        case .nan: return "NaN"
        case .infinity: return "Infinity"
        case .negativeInfinity: return "-Infinity"
        case .finite: break
        }
        var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
        if digits.isEmpty || weight < 0 {
            text.append(0x30)
        } else {
            for power in 0...weight {
                append(digit(at: power), to: &text, stripped: power == 0)
            }
        }
        if scale > 0 {
            text.append(UInt8(ascii: "."))
            let end = text.count + scale
            var power = weight + 1
            // Groups right of the point start at power -1 of the base, which is index weight + 1.
            if weight < 0 { power = 0 }
            if weight < 0 {
                for _ in 0..<min(-weight - 1, scale) { text.append(contentsOf: [0x30, 0x30, 0x30, 0x30]) }
            }
            while text.count < end {
                append(digit(at: power), to: &text, stripped: false)
                power += 1
            }
            text.removeLast(text.count - end)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads digits with an optional sign, point and exponent, or one of the three words; nil for anything else.
    public init?(_ text: String) {
        switch text {
        case "NaN": self = .nan
        case "Infinity": self = .infinity
        case "-Infinity": self = .negativeInfinity
        default:
            guard let parsed = Self.parse(Array(text.utf8)) else { return nil }
            self = parsed
        }
    }

    private func digit(at index: Int) -> UInt16 { index < digits.count ? digits[index] : 0 }

    private func append(_ digit: UInt16, to text: inout [UInt8], stripped: Bool) {
        let four = [digit / 1000, digit / 100 % 10, digit / 10 % 10, digit % 10].map { UInt8($0) + 0x30 }
        text.append(contentsOf: stripped ? four[(four.dropLast().firstIndex { $0 != 0x30 } ?? 3)...] : four[...])
    }

    private static func parse(_ bytes: [UInt8]) -> Numeric? {
        var rest = bytes[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        var exponent = 0
        if let mark = rest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
            guard let value = Int(String(decoding: rest[(mark + 1)...], as: UTF8.self)),
                (-131_072...131_072).contains(value)
            else {
                return nil
            }
            exponent = value
            rest = rest[..<mark]
        }
        let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let whole = parts[0]
        let fraction = parts.count == 2 ? parts[1] : []
        guard !(whole.isEmpty && fraction.isEmpty), (whole + fraction).allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        // Decimal digits with `point` of them before the point; padded so that groups of four fall on the point.
        var decimals = whole + fraction
        var point = whole.count + exponent
        if point < 0 {
            decimals.insert(contentsOf: repeatElement(0x30, count: -point), at: decimals.startIndex)
            point = 0
        }
        if point > decimals.count { decimals += repeatElement(0x30, count: point - decimals.count) }
        let scale = decimals.count - point
        let before = (4 - point % 4) % 4
        decimals.insert(contentsOf: repeatElement(0x30, count: before), at: decimals.startIndex)
        decimals += repeatElement(0x30, count: (4 - decimals.count % 4) % 4)
        let all = Array(decimals)
        let digits = stride(from: 0, to: all.count, by: 4).map { start in
            all[start..<start + 4].reduce(UInt16(0)) { $0 * 10 + UInt16($1 - 0x30) }
        }
        return Numeric(isNegative: isNegative, weight: (point + before) / 4 - 1, scale: scale, digits: digits)
    }
}

extension Numeric {
    /// The whole number it is, or nil when it has a fraction or does not fit.
    public func integer() -> Int64? {
        guard isFinite, digits.isEmpty || weight >= digits.count - 1 else { return nil }
        var value: Int64 = 0
        if digits.isEmpty { return 0 }
        for index in 0...weight {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10_000)
            let (sum, carry) = product.subtractingReportingOverflow(Int64(digit(at: index)))
            if overflow || carry { return nil }
            value = sum
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// The nearest floating-point number.
    public var double: Double {
        switch kind {
        case .nan: .nan
        case .infinity: .infinity
        case .negativeInfinity: -.infinity
        case .finite: Double(description) ?? .nan
        }
    }
}
