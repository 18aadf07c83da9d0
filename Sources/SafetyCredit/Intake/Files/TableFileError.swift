/// Why a file could not be taken as a table. Rows count from 1 as a spreadsheet shows them; so do columns.
///
/// Nothing of a cell's content is in a case, titles and sheet names aside.
public enum TableFileError: Error, Hashable, Sendable {
    case file(FileError)

    // The bytes
    /// No byte, or nothing but blanks.
    case empty
    /// Neither valid UTF-8 nor valid GB18030: where the likelier of the two breaks.
    case undecodable(TableSource.Encoding, offset: Int, line: Int)
    /// The file ends inside a character, a quoted cell, or a row: its rest is missing.
    case truncated(row: Int)
    case nulByte(row: Int, column: Int)
    /// Neither a text table nor a workbook (a web page, a PDF, an image).
    case unknownFormat
    /// A workbook of Excel 97-2003, or one locked by a password.
    case oldOrLockedWorkbook

    // The table
    case headerOnly
    /// The quote that opens this cell never closes.
    case unterminatedQuote(row: Int, column: Int)
    /// Text follows a closing quote.
    case textAfterQuote(row: Int, column: Int)
    /// More cells than the header has columns.
    case raggedRow(row: Int, cells: Int, columns: Int)
    /// Data stands below a blank title.
    case untitledColumn(Int, row: Int)
    case duplicateTitle(String, columns: [Int])
    case tooManyRows(limit: Int)
    case tooManyColumns(row: Int, limit: Int)

    // The workbook
    /// A zip archive that cannot be opened: cut off or damaged.
    case brokenArchive
    /// A part that is missing, damaged, or not well-formed.
    case brokenPart(String)
    case notAWorkbook
    /// Unpacked it would be larger than any honest workbook.
    case unpacksTooLarge(limit: Int)
    /// A part declares a document type: workbooks never do, attacks do.
    case documentType(part: String)
    case noVisibleSheet
    case noSuchSheet(String, available: [String])
    /// Merged cells below the header: it is unclear which row their value belongs to.
    case mergedCells(String, row: Int)
}
