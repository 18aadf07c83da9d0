extension String {
    /// The text with the eight birth-date characters of every resident number in it hidden (RD-25).
    ///
    /// A number is 17 digits and a check character around a plausible date, written in half or full width, in one piece or in groups. One
    /// that stands alone is hidden even when its check character is wrong, for it is somebody's number with a slip; within a longer word or
    /// in groups the check character must hold. A credit code that only looks like a number stays.
    func maskingResidentNumbers() -> String {
        // Nearly every text ends here: it has too few digits to hold a number.
        guard digitCountInEitherWidth >= 17 else { return self }
        var mask = ResidentNumberMask(self)
        return mask.run()
    }

    private var digitCountInEitherWidth: Int {
        var count = 0
        var (beforeLast, last): (UInt8, UInt8) = (0, 0)
        for byte in utf8 {
            let isFullWidth = beforeLast == 0xEF && last == 0xBC && (0x90...0x99).contains(byte)
            if isFullWidth || (0x30...0x39).contains(byte) { count += 1 }
            (beforeLast, last) = (last, byte)
        }
        return count
    }
}

/// One look through one text for resident numbers.
private struct ResidentNumberMask {
    private struct Symbol {
        /// 0 to 9, or 10 for X.
        let value: Int
        /// Where the character stands.
        let index: Int
    }

    private let text: String
    private var scalars: [Unicode.Scalar]
    private var isMasked = false

    init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars)
    }

    mutating func run() -> String {
        var symbols: [Symbol] = []
        for index in scalars.indices {
            if let value = Self.value(of: scalars[index]) {
                symbols.append(Symbol(value: value, index: index))
            } else if !isSeparator(index) {
                mask(symbols)
                symbols.removeAll(keepingCapacity: true)
            }
        }
        mask(symbols)
        guard isMasked else { return text }
        var masked = String.UnicodeScalarView()
        masked.append(contentsOf: scalars)
        return String(masked)
    }

    /// Hides every number among the symbols of one run.
    private mutating func mask(_ run: [Symbol]) {
        guard run.count >= 18 else { return }
        var start = 0
        while start + 18 <= run.count {
            let window = run[start..<start + 18]
            guard isNumber(Array(window), isWholeRun: run.count == 18) else {
                start += 1
                continue
            }
            for symbol in window.dropFirst(6).prefix(8) { scalars[symbol.index] = "*" }
            isMasked = true
            start += 18
        }
    }

    private func isNumber(_ symbols: [Symbol], isWholeRun: Bool) -> Bool {
        guard symbols.dropLast().allSatisfy({ $0.value < 10 }) else { return false }
        let digits = symbols.map(\.value)
        let year = digits[6...9].reduce(0) { $0 * 10 + $1 }
        guard (1850...2200).contains(year), (1...12).contains(digits[10] * 10 + digits[11]),
            (1...31).contains(digits[12] * 10 + digits[13])
        else { return false }
        let checkHolds = digits[17] == ResidentNumber.check(of: digits)
        let (first, last) = (symbols[0].index, symbols[17].index)
        let standsAlone = isWholeRun && last - first == 17 && !isLetter(first - 1) && !isLetter(last + 1)
        guard standsAlone else { return checkHolds }
        return digits[0] != 9 && checkHolds || !isCreditCode(first...last)
    }

    private func isCreditCode(_ range: ClosedRange<Int>) -> Bool {
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[range])
        return (try? CreditCode(String(word))) != nil
    }

    /// One blank, mark or invisible character between two symbols parts groups; more of them end the number.
    private func isSeparator(_ index: Int) -> Bool {
        guard Self.separators.contains(scalars[index]), index > 0, index + 1 < scalars.count else { return false }
        return Self.value(of: scalars[index - 1]) != nil && Self.value(of: scalars[index + 1]) != nil
    }

    private static let separators = Set(
        "\u{20}\u{A0}\u{3000}\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}-‐–—－_＿./．／,，、·".unicodeScalars)

    private func isLetter(_ index: Int) -> Bool {
        guard scalars.indices.contains(index) else { return false }
        return (0x41...0x5A).contains(scalars[index].value & 0xDF)
    }

    private static func value(of scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        case 0x58, 0x78, 0xFF38, 0xFF58: 10
        // What passes for an X: Greek, Cyrillic, the sign of multiplication.
        case 0x3A7, 0x3C7, 0x425, 0x445, 0xD7: 10
        default: nil
        }
    }
}
