public import PQ

/// A line of an import file that can be stored with set-based statements: staged by COPY, checked rule by rule, stored.
public protocol StagedLine: ImportLine, CopyRow {
    /// Name of the temporary table.
    static var stagingTable: String { get }
    /// Columns of the temporary table that COPY fills, in the order of `encode(to:)`, with their types.
    static var stagedColumns: [(name: String, type: String)] { get }
    /// Further columns that the store statements fill.
    static var derivedColumns: [(name: String, type: String)] { get }
    /// What the staged rows must keep among themselves and with the register.
    static func rules(_ context: ImportContext) -> [StagingRule]
    /// Stores the staged rows that are left.
    static func store(_ context: ImportContext, on connection: isolated Connection) throws -> ImportCounts
}

/// What an import is given.
public struct ImportContext: Sendable {
    /// Id of the file's row; with the row number it makes the key of each row's act.
    public let fileID: Int64
    /// The day of the import.
    public let on: CivilDate
    public let officer: Officer
}

/// One rule over the staged rows.
public struct StagingRule: Sendable {
    /// The column at fault.
    let column: ColumnTitles
    /// Gives the row number of each row that breaks the rule, and a number the fault may need.
    let offenders: Statement
    let fault: @Sendable (Int64) -> CellFault

    /// - Parameter offenders: selects two bigint columns: the row at fault, and an earlier row or 0.
    init(_ column: ColumnTitles, _ fault: @escaping @Sendable (Int64) -> CellFault, where offenders: Statement) {
        self.column = column
        self.fault = fault
        self.offenders = offenders
    }
}

/// What became of the rows that were taken.
public struct ImportCounts: Sendable, Hashable {
    public var new = 0
    public var changed = 0
    public var unchanged = 0
    /// Rows among the unchanged whose record was withdrawn, and stays so (RD-48): whoever sends it again should know.
    public var withdrawnRows: [Int64] = []
    /// New rows whose unit is registered under another name than the row gives, and was never under that one.
    public var otherNameRows: [Int64] = []

    public var accepted: Int { new + changed + unchanged }
}
