public import PQ

extension CellParser where Value == CivilDate {
    /// A day from 1900 on, written as 2025-02-28, 2025/2/28, 2025.2.28, 20250228, 2025年2月28日, or as the five digits of a
    /// spreadsheet's day number. Midnight behind it is let go; month and day may lack their zero, the year may not be short.
    ///
    /// **Throws** `dateSpelling`, `dateImpossible`, `dateHasTime`.
    public static var date: CellParser {
        CellParser { text throws(CellFault) in try DateSpelling.parse(text) }
    }
}

enum DateSpelling {
    static func parse(_ text: String) throws(CellFault) -> CivilDate {
        let day = try withoutMidnight(plain(text))
        guard let numbers = numbers(in: day) else { throw .dateSpelling }
        if numbers.count == 1 { return try serial(numbers[0]) }
        guard let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) else { throw .dateImpossible }
        guard numbers[0] >= 1900 else { throw .dateImpossible }
        return date
    }

    /// Bytes in half width, with the words of a Chinese date as `-` and its closing 日 or 号 dropped.
    private static func plain(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20...0x7E: bytes.append(UInt8(scalar.value))
            case 0xFF01...0xFF5E: bytes.append(UInt8(scalar.value - 0xFEE0))
            case 0x5E74, 0x6708: bytes.append(UInt8(ascii: "~"))  // 年 月
            case 0x65E5, 0x53F7: bytes.append(UInt8(ascii: "!"))  // 日 号
            default: bytes.append(UInt8(ascii: "?"))
            }
        }
        return bytes
    }

    private static func withoutMidnight(_ bytes: [UInt8]) throws(CellFault) -> ArraySlice<UInt8> {
        guard let gap = bytes.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }) else {
            return bytes[...]
        }
        let time = bytes[(gap + 1)...]
        guard time.contains(UInt8(ascii: ":")),
            time.allSatisfy({ CellText.isDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
        else { throw .dateSpelling }
        guard time.allSatisfy({ !CellText.isDigit($0) || $0 == UInt8(ascii: "0") }) else { throw .dateHasTime }
        return bytes[..<gap]
    }

    /// Year, month and day; or one number, the spreadsheet's; or nil for any other spelling.
    private static func numbers(in day: ArraySlice<UInt8>) -> [Int]? {
        if day.allSatisfy(CellText.isDigit) {
            switch day.count {
            case 8: return [value(day.prefix(4)), value(day.dropFirst(4).prefix(2)), value(day.suffix(2))]
            case 5: return [value(day)]
            default: return nil
            }
        }
        guard let separator = day.first(where: { !CellText.isDigit($0) }), "-/.~".utf8.contains(separator) else {
            return nil
        }
        var day = day
        if separator == UInt8(ascii: "~"), day.popLast() != UInt8(ascii: "!") { return nil }
        let parts = day.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count), (1...2).contains(parts[2].count),
            parts.allSatisfy({ $0.allSatisfy(CellText.isDigit) })
        else { return nil }
        return parts.map { value($0) }
    }

    private static func serial(_ number: Int) throws(CellFault) -> CivilDate {
        guard number >= 10_000 else { throw .dateSpelling }
        return ExcelNumber.day(serial: number)
    }

    private static func value(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
