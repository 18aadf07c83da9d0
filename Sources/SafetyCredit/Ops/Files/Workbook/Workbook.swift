public import PQ

/// An XLSX workbook to be written: plain values, no formulas.
///
/// The same workbook gives the same bytes, because the creation date is the caller's.
public struct Workbook: Sendable {
    public var sheets: [Sheet]
    /// The title in the file's properties.
    public var title: String
    public var created: CivilDate

    public init(title: String, created: CivilDate, sheets: [Sheet]) {
        self.title = title
        self.created = created
        self.sheets = sheets
    }
}

/// One sheet of a workbook.
public struct Sheet: Sendable {
    public var name: String
    /// Column widths in half-width characters, from the first column on.
    public var widths: [Double]
    public var rows: [SheetRow]
    public var merges: [SheetMerge] = []
    /// So many rows stay in view while the rest scrolls.
    public var frozenRows = 0
    /// The height in points of rows that state none; nil leaves them to the spreadsheet, which then fits wrapped text.
    public var rowHeight: Double?
    public var print: PrintSetup?

    public init(name: String, widths: [Double], rows: [SheetRow]) {
        self.name = name
        self.widths = widths
        self.rows = rows
    }
}

public struct SheetRow: Sendable {
    public var cells: [SheetCell]
    /// In points; nil leaves it to the spreadsheet.
    public var height: Double?

    public init(_ cells: [SheetCell], height: Double? = nil) {
        self.cells = cells
        self.height = height
    }
}

/// A run of cells in one row that is shown as one: the first cell's content over all of them. Counted from 0.
public struct SheetMerge: Sendable {
    public var row: Int
    public var columns: ClosedRange<Int>

    public init(row: Int, columns: ClosedRange<Int>) {
        self.row = row
        self.columns = columns
    }
}

public struct SheetCell: Sendable {
    public enum Value: Sendable {
        case blank
        /// Text that stays text: codes keep their zeros, and nothing is run as a formula.
        case text(String)
        case integer(Int)
        /// A decimal of so many places: `.decimal(12345, places: 2)` is 123.45.
        case decimal(Int64, places: Int)
        case date(CivilDate)
    }

    public var value: Value
    public var style: SheetStyle

    public init(_ value: Value, _ style: SheetStyle = .body) {
        self.value = value
        self.style = style
    }

    public static func text(_ text: String, _ style: SheetStyle = .body) -> SheetCell { SheetCell(.text(text), style) }
}

/// How a cell looks.
public struct SheetStyle: Sendable, Hashable {
    public enum Alignment: Sendable { case left, centre, right }
    public enum Fill: Sendable { case none, header, fault }

    public var fontSize: Double = 11
    public var isBold = false
    public var alignment = Alignment.left
    public var wraps = false
    public var hasBorder = false
    public var fill = Fill.none

    public init() {}

    /// A value in a table.
    public static let body = make { $0.hasBorder = true }
    /// A short value in a table: a number in order, a grade, a date.
    public static let centred = make {
        $0.hasBorder = true
        $0.alignment = .centre
    }
    /// A column title.
    public static let header = make {
        $0.isBold = true
        $0.alignment = .centre
        $0.wraps = true
        $0.hasBorder = true
        $0.fill = .header
    }
    /// A value that breaks a rule.
    public static let fault = make {
        $0.hasBorder = true
        $0.fill = .fault
    }
    /// Longer text in a table.
    public static let wrapped = make {
        $0.hasBorder = true
        $0.wraps = true
    }
    /// The title above a table.
    public static let title = make {
        $0.fontSize = 18
        $0.isBold = true
        $0.alignment = .centre
    }
    /// A line outside the table.
    public static let plain = make { _ in }

    public static func make(_ change: (inout SheetStyle) -> Void) -> SheetStyle {
        var style = SheetStyle()
        change(&style)
        return style
    }
}

/// How a sheet is printed, on A4.
public struct PrintSetup: Sendable {
    public var isLandscape = false
    /// Rows repeated at the top of every page, counted from 0.
    public var repeatedRows: ClosedRange<Int>?
    /// As many pages high as it takes, one page wide.
    public var fitsWidth = true
    public var header: PageLine?
    public var footer: PageLine?

    public init() {}
}

/// The line above or below every printed page.
public struct PageLine: Sendable {
    public enum Piece: Sendable, ExpressibleByStringLiteral {
        case text(String)
        case pageNumber, pageCount

        public init(stringLiteral text: String) { self = .text(text) }
    }

    public var left: [Piece]
    public var centre: [Piece]
    public var right: [Piece]

    public init(left: [Piece] = [], centre: [Piece] = [], right: [Piece] = []) {
        self.left = left
        self.centre = centre
        self.right = right
    }
}

/// Why a workbook could not be written.
public enum WorkbookError: Error, Hashable, Sendable {
    case file(FileError)
    /// A sheet name of more than 31 characters, with one of `[]:*?/\`, blank, or used twice.
    case sheetName(String)
    case tooManyRows(sheet: String, limit: Int)
    /// More text than a cell of a spreadsheet holds (32,767); row and column count from 1.
    case textTooLong(sheet: String, row: Int, column: Int)
    /// Text above or below the page of more than 255 characters.
    case pageLineTooLong(sheet: String)
    /// libxlsxwriter failed; its number.
    case library(Int32)
}
