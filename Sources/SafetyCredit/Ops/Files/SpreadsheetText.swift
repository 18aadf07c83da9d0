/// What a spreadsheet makes of text that it opens from a CSV file.
enum SpreadsheetText {
    /// Whether the text would be run as a formula or lose digits.
    static func isMisread(_ text: String) -> Bool {
        // A tab or line break in front is what some spreadsheets strip before they look for a formula.
        if text.utf8.first == UInt8(ascii: "\t") || text.utf8.first == UInt8(ascii: "\r") { return true }
        guard let first = text.utf8.first(where: { $0 > 0x20 }) else { return false }
        return startsFormula(first) || losesDigits(text)
    }

    /// Whether a cell that begins with this byte would be run as a formula.
    static func startsFormula(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "=") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "@")
    }

    /// Whether the text would become a number and lose digits: long runs of digits, leading zeros.
    static func losesDigits(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
        return bytes.count > 11 || (first == 0x30 && bytes.count > 1)
    }
}
