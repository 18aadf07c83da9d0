/// Walks over the records of delimited UTF-8 text, a byte at a time.
///
/// Line breaks are CRLF, LF or CR, mixed at will. A cell that begins with a quote runs to its closing quote; two quotes in it
/// mean one. A quote elsewhere is an ordinary character, as in Excel.
struct DelimitedScanner {
    /// The records seen so far, which is the row number a spreadsheet shows.
    private(set) var row = 0
    /// Whether the last record ended with the text instead of a line break.
    private(set) var endedOpen = false

    private let bytes: UnsafeBufferPointer<UInt8>
    private let separator: UInt8
    private let columnLimit: Int
    private let isStop: [Bool]
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, columnLimit: Int) {
        self.bytes = bytes
        self.separator = separator
        self.columnLimit = columnLimit
        var stops = [Bool](repeating: false, count: 256)
        for stop in [separator, Self.lf, Self.cr, 0] { stops[Int(stop)] = true }
        isStop = stops
    }

    private static let lf = UInt8(ascii: "\n")
    private static let cr = UInt8(ascii: "\r")
    private static let quote = UInt8(ascii: "\"")

    /// The cells of the next record, or nil at the end.
    ///
    /// **Throws** `nulByte`, `unterminatedQuote`, `textAfterQuote`, `tooManyColumns`.
    mutating func next(expecting columns: Int) throws(TableFileError) -> [Cell]? {
        guard position < bytes.count else { return nil }
        row += 1
        var cells: [Cell] = []
        cells.reserveCapacity(columns)
        while true {
            guard cells.count < columnLimit else { throw .tooManyColumns(row: row, limit: columnLimit) }
            let quoted = position < bytes.count && bytes[position] == Self.quote
            cells.append(try quoted ? quotedCell(column: cells.count + 1) : plainCell(column: cells.count + 1))
            guard position < bytes.count else {
                endedOpen = true
                return cells
            }
            let stop = bytes[position]
            position += 1
            if stop == separator { continue }
            if stop == Self.cr, position < bytes.count, bytes[position] == Self.lf { position += 1 }
            return cells
        }
    }

    private mutating func plainCell(column: Int) throws(TableFileError) -> Cell {
        let start = position
        while position < bytes.count, !isStop[Int(bytes[position])] { position += 1 }
        if position < bytes.count, bytes[position] == 0 { throw .nulByte(row: row, column: column) }
        return Self.cell(UnsafeBufferPointer(rebasing: bytes[start..<position]))
    }

    private mutating func quotedCell(column: Int) throws(TableFileError) -> Cell {
        position += 1
        let start = position
        var doubled = false
        while true {
            guard position < bytes.count else { throw .unterminatedQuote(row: row, column: column) }
            let byte = bytes[position]
            if byte == 0 { throw .nulByte(row: row, column: column) }
            if byte == Self.quote {
                guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
                doubled = true
                position += 1
            }
            position += 1
        }
        let content = UnsafeBufferPointer(rebasing: bytes[start..<position])
        position += 1
        if position < bytes.count, !isStop[Int(bytes[position])] || bytes[position] == 0 {
            throw .textAfterQuote(row: row, column: column)
        }
        return doubled ? Self.undoubled(content) : Self.cell(content)
    }

    private static func undoubled(_ content: UnsafeBufferPointer<UInt8>) -> Cell {
        var plain: [UInt8] = []
        plain.reserveCapacity(content.count)
        var index = 0
        while index < content.count {
            plain.append(content[index])
            index += content[index] == quote ? 2 : 1
        }
        return plain.withUnsafeBufferPointer(cell)
    }

    /// Undoes what spreadsheets need to keep text as text: `="0012"`, and an apostrophe before `=`, `+`, `-` or `@`.
    private static func cell(_ content: UnsafeBufferPointer<UInt8>) -> Cell {
        if CellText.isScientific(content) {
            return .damaged(.lostDigits, shown: String(decoding: content, as: UTF8.self))
        }
        var content = content[...]
        if content.count >= 3, content.first == UInt8(ascii: "="), content[1] == quote, content.last == quote,
            !content[2..<(content.count - 1)].contains(quote)
        {
            content = content[2..<(content.count - 1)]
        } else if content.count >= 2, content.first == UInt8(ascii: "'"), SpreadsheetText.startsFormula(content[1]) {
            content = content.dropFirst()
        }
        return .text(String(decoding: UnsafeBufferPointer(rebasing: content), as: UTF8.self))
    }
}
