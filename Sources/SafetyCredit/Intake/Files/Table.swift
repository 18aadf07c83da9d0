/// A table read from a file: one header row and the rows below it.
///
/// **Shape** every row has exactly as many cells as the header; blank rows are left out, so row numbers may jump.
public struct Table: Sendable {
    public let source: TableSource
    /// The titles as written, without blanks around; "" where a column has neither title nor data.
    public let header: [String]
    /// Where the header stands; rows above it (a merged title line) were passed over.
    public let headerRow: Int
    public let rows: [TableRow]
}

/// One row of data.
public struct TableRow: Sendable, Equatable {
    /// The row as an officer sees it in a spreadsheet, counted from 1 with header and blank rows.
    public let number: Int
    public var cells: [Cell]

    public init(number: Int, cells: [Cell]) {
        self.number = number
        self.cells = cells
    }
}

/// What stands in one cell.
public enum Cell: Sendable, Hashable {
    /// Text as written; "" is a blank cell. Numbers and dates of a workbook come as their written form (2025-02-28).
    case text(String)
    /// A cell whose value must not be used, with what the officer sees there.
    case damaged(CellDamage, shown: String)

    /// What the officer sees in the cell.
    public var shown: String {
        switch self {
        case .text(let text), .damaged(_, let text): text
        }
    }

    var isBlank: Bool {
        guard case .text(let text) = self else { return false }
        return text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } || CellText.trim(text).isEmpty
    }
}

/// Why the value of a cell cannot be trusted.
public enum CellDamage: Sendable, Hashable {
    /// A formula: its stored result may be stale, and the register records facts, not sums.
    case formula
    /// A number of more than 15 digits, or in scientific notation: the spreadsheet has lost digits for good.
    case lostDigits
    /// An error value such as #N/A.
    case errorValue
    /// A date number that stands for no day (before 1900, beyond 9999, or the 29 February 1900 that never was).
    case impossibleDate
}

/// Where a table came from.
public struct TableSource: Sendable, Equatable {
    public enum Kind: String, Sendable { case csv, xlsx }

    public enum Encoding: String, Sendable {
        case utf8 = "UTF-8"
        case utf8WithMark = "UTF-8 BOM"
        case gb18030 = "GB18030"
        case utf16LittleEndian = "UTF-16LE"
        case utf16BigEndian = "UTF-16BE"
    }

    public let path: String
    public let kind: Kind
    /// Of a text file; a workbook is always UTF-8 inside.
    public let encoding: Encoding
    /// Of a text file: comma, tab or semicolon.
    public let separator: Character?
    /// Of a workbook: the sheet read.
    public let sheet: String?
    /// The SHA-256 of the whole file, by which the ledger knows it.
    public let digest: Digest
}
