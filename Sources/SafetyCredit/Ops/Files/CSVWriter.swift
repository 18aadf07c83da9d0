/// Builds a CSV file: UTF-8 with its mark, every value quoted, lines ending in CR LF.
public struct CSVWriter: Sendable {
    /// Who opens the file.
    public enum Reader: Sendable {
        /// A person with a spreadsheet: a tab goes before text that would be run as a formula or lose digits as a number.
        /// Whoever reads the file back and trims loses nothing.
        case spreadsheet
        /// A program: values stand as they are.
        case program
    }

    public private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let reader: Reader

    public init(for reader: Reader) { self.reader = reader }

    /// One line alone, without the mark.
    static func line(_ values: some Sequence<String>, for reader: Reader) -> [UInt8] {
        var writer = CSVWriter(for: reader)
        writer.bytes = []
        writer.row(values)
        return writer.bytes
    }

    /// Adds one line.
    public mutating func row(_ values: some Sequence<String>) {
        var isFirst = true
        for value in values {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            append(value)
        }
        bytes += [0x0D, 0x0A]
    }

    private mutating func append(_ value: String) {
        let quote = UInt8(ascii: "\"")
        bytes.append(quote)
        if reader == .spreadsheet, SpreadsheetText.isMisread(value) { bytes.append(0x09) }
        for byte in value.utf8 {
            bytes.append(byte)
            if byte == quote { bytes.append(quote) }
        }
        bytes.append(quote)
    }
}
