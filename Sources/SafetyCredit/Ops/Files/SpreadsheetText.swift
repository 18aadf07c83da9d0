/// What a spreadsheet makes of text that it opens from a CSV file.
enum SpreadsheetText {
    /// Whether a cell that begins with this byte would be run as a formula.
    static func startsFormula(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "=") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "@")
    }

    /// Whether a spreadsheet would turn the text into a number and lose digits of it: long runs of digits, leading zeros.
    static func losesDigits(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
        return bytes.count > 11 || (first == 0x30 && bytes.count > 1)
    }
}
