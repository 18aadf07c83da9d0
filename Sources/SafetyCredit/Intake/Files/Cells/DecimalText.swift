/// A decimal number as written, without binary fractions on the way.
struct DecimalText {
    private let whole: [UInt8]
    private let fraction: [UInt8]

    /// **Throws** `numberSpelling`, `numberNegative`. Commas must part thousands.
    init(_ text: String) throws(CellFault) {
        var bytes = try Self.plain(text)
        if bytes.first == UInt8(ascii: "-") {
            throw DecimalText.isNumber(bytes.dropFirst()) ? .numberNegative : .numberSpelling
        }
        if bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        guard Self.isNumber(bytes[...]) else { throw .numberSpelling }

        let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        whole = parts[0].filter { $0 != UInt8(ascii: ",") }
        var fraction = parts.count == 2 ? Array(parts[1]) : []
        while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        self.fraction = fraction
    }

    /// The number times 10 to the power of `decimals`.
    ///
    /// **Throws** `numberTooFine`, `numberOutside`.
    func scaled(by decimals: Int, integerDigits: Int) throws(CellFault) -> Int64 {
        guard fraction.count <= decimals else { throw .numberTooFine(decimals: decimals) }
        let significant = whole.drop { $0 == UInt8(ascii: "0") }
        guard significant.count <= integerDigits else {
            throw .numberOutside(from: 0, to: Self.value(Array(repeating: UInt8(ascii: "9"), count: integerDigits)))
        }
        let padding = Array(repeating: UInt8(ascii: "0"), count: decimals - fraction.count)
        return Self.value(Array(significant) + fraction + padding)
    }

    private static func value(_ digits: [UInt8]) -> Int64 {
        digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    /// ASCII bytes of the text; full-width digits, points and commas are brought to half width.
    private static func plain(_ text: String) throws(CellFault) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x21...0x7E: bytes.append(UInt8(scalar.value))
            case 0xFF01...0xFF5E: bytes.append(UInt8(scalar.value - 0xFEE0))
            case 0x2212: bytes.append(UInt8(ascii: "-"))
            default: throw .numberSpelling
            }
        }
        return bytes
    }

    /// Digits, with commas only before groups of three, and at most one point with digits on both sides.
    private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return false }
        if parts.count == 2, !parts[1].allSatisfy(CellText.isDigit) { return false }
        let groups = parts[0].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard groups.allSatisfy({ $0.allSatisfy(CellText.isDigit) && !$0.isEmpty }) else { return false }
        return groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    }
}

extension CellParser where Value == Int64 {
    /// An amount in units of 10,000 yuan with up to six decimals. **Units** the value is in fen.
    ///
    /// **Throws** `numberSpelling`, `numberNegative`, `numberTooFine`, `numberOutside`.
    public static var tenThousandYuan: CellParser { amount(unit: "万元", decimals: 6, integerDigits: 12) }

    /// An amount in yuan with up to two decimals. **Units** the value is in fen.
    public static var yuan: CellParser { amount(unit: "元", decimals: 2, integerDigits: 16) }

    /// The unit may stand behind the number, but only the column's own.
    private static func amount(unit: String, decimals: Int, integerDigits: Int) -> CellParser {
        CellParser { text throws(CellFault) in
            var number = text
            if text.hasSuffix(unit), !(unit == "元" && text.hasSuffix("万元")) {
                number = CellText.trim(String(text.dropLast(unit.count)))
            }
            return try DecimalText(number).scaled(by: decimals, integerDigits: integerDigits)
        }
    }
}
