/// CSV as the channels exchange it: UTF-8 with BOM, CRLF, every value quoted.
enum ExchangeCSV {
    /// Why a text is not such a file.
    enum Fault: String, Error, Sendable {
        case notUTF8 = "not-utf8"
        case cutOff = "cut-off"
        case strayQuote = "stray-quote"
        case wrongHeader = "wrong-header"
        case wrongColumnCount = "wrong-column-count"
        case tooLarge = "too-large"
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The file's bytes.
    /// - Parameter isForSpreadsheets: puts a tab before a value that a spreadsheet would run as a formula or round to
    ///   15 digits; readers that trim lose nothing.
    static func encode(header: [String], rows: [[String]], isForSpreadsheets: Bool = false) -> [UInt8] {
        var writer = CSVWriter(for: isForSpreadsheets ? .spreadsheet : .program)
        writer.row(header)
        for row in rows { writer.row(row) }
        return writer.bytes
    }

    /// The rows below a header that must be exactly `header`; the BOM may be absent, lines may end with LF alone.
    ///
    /// **Throws** the first fault; a file that does not end with a line end counts as cut off.
    static func decode(_ bytes: [UInt8], header: [String]) throws(Fault) -> [[String]] {
        let body = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        guard let text = String(validating: body, as: UTF8.self) else { throw .notUTF8 }
        var rows = try records(text)
        guard !rows.isEmpty, rows.removeFirst() == header else { throw .wrongHeader }
        for row in rows where row.count != header.count { throw .wrongColumnCount }
        return rows
    }

    private static func records(_ text: String) throws(Fault) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var value = String.UnicodeScalarView()
        var isQuoted = false
        var wasQuoted = false
        var isAtLineStart = true
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if isQuoted {
                guard scalar == "\"" else {
                    value.append(scalar)
                    continue
                }
                if index < scalars.count, scalars[index] == "\"" {
                    value.append(scalar)
                    index += 1
                } else {
                    (isQuoted, wasQuoted) = (false, true)
                }
                continue
            }
            isAtLineStart = false
            switch scalar {
            case "\"":
                guard value.isEmpty, !wasQuoted else { throw .strayQuote }
                isQuoted = true
            case ",", "\n":
                row.append(String(value))
                (value, wasQuoted) = (String.UnicodeScalarView(), false)
                guard scalar == "\n" else { break }
                rows.append(row)
                (row, isAtLineStart) = ([], true)
            case "\r" where index < scalars.count && scalars[index] == "\n":
                break
            default:
                guard !wasQuoted else { throw .strayQuote }
                value.append(scalar)
            }
        }
        guard isAtLineStart, !isQuoted else { throw .cutOff }
        return rows
    }
}
