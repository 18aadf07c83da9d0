/// A cell, or a rule over several cells, for which a row is not taken.
public struct Reject: Sendable, Hashable {
    /// The row as a spreadsheet shows it.
    public let rowNumber: Int
    /// The title as written in the file, or the format's own when the file lacks the column.
    public let columnTitle: String
    /// The column counted from 1, or nil when the file lacks it.
    public let column: Int?
    public let fault: CellFault

    public init(rowNumber: Int, columnTitle: String, column: Int?, fault: CellFault) {
        self.rowNumber = rowNumber
        self.columnTitle = columnTitle
        self.column = column
        self.fault = fault
    }
}
