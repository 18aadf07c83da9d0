public import PQ

/// A typed row of one kind of import file.
public protocol ImportLine: Sendable {
    static var kind: ImportKind { get }
    /// The columns in the order of the template.
    static var columns: [ColumnTitles] { get }
    /// Titles of columns that the kind knows and passes over.
    static var passedOver: [String] { get }

    /// The row as a spreadsheet shows it.
    var rowNumber: Int { get }

    /// The line, or nil with at least one reject in the reader.
    init?(reading row: inout RowReader)
}

/// Reads the rows of a table as lines of one kind.
public enum ImportFormat<Line: ImportLine> {
    /// Columns that any file may carry: numbering, remarks, place names, and the reasons of an earlier rejection.
    public static var commonPassedOver: [String] { ["序号", "备注", "BZ", "所在省份", "地区", rejectReasonTitle] }

    /// Every title of the kind, by which `TableFile.read` finds the header.
    public static var knownTitles: [String] {
        Line.columns.flatMap { [$0.title] + $0.aliases } + Line.passedOver + commonPassedOver
    }

    /// Reads the file and then its rows.
    ///
    /// **Throws** `ImportFileError`.
    public static func read(
        path: String, today: CivilDate, sheet: String? = nil, ignoredColumns: [String] = []
    ) throws(ImportFileError) -> ImportReading<Line> {
        let table: Table
        do {
            table = try TableFile.read(path, options: TableReadOptions(knownTitles: knownTitles, sheet: sheet))
        } catch { throw .table(error) }
        do { return try read(table, today: today, ignoredColumns: ignoredColumns) } catch { throw .format(error) }
    }

    /// Reads the rows of a table. `ignoredColumns` are titles that the caller wants passed over, known or not.
    ///
    /// **Throws** `ImportFormatError` when the header does not fit; what is wrong in a row becomes a reject instead.
    public static func read(
        _ table: Table, today: CivilDate, ignoredColumns: [String] = []
    ) throws(ImportFormatError) -> ImportReading<Line> {
        let map = try ColumnMap(
            header: table.header, columns: Line.columns, known: Line.passedOver + commonPassedOver,
            ignoring: ignoredColumns)
        return ImportReading(table: table, map: map, today: today)
    }
}

/// The title of the column that tells why a row came back.
public let rejectReasonTitle = "错误原因"

/// What came of a file: the sound lines, and a reject for each broken rule.
public struct ImportReading<Line: ImportLine>: Sendable {
    public let table: Table
    public private(set) var lines: [Line] = []
    /// In the order of rows and columns, several for one row when it breaks several rules.
    public private(set) var rejects: [Reject] = []
    private let map: ColumnMap
    private let today: CivilDate

    init(table: Table, map: ColumnMap, today: CivilDate, vouchedCodes: Set<String> = []) {
        self.table = table
        self.map = map
        self.today = today
        lines.reserveCapacity(table.rows.count)
        for row in table.rows {
            var reader = RowReader(row: row, map: map, today: today, vouchedCodes: vouchedCodes)
            if let line = Line(reading: &reader) { lines.append(line) }
            rejects.append(contentsOf: reader.rejectsByColumn)
        }
    }

    /// The rows read again, taking the codes for which a document vouches; a file is read before the register is asked for them.
    func taking(vouchedCodes: @autoclosure () throws -> Set<String>) rethrows -> ImportReading {
        guard rejects.contains(where: { [.codeCheck, .organisationCheck].contains($0.fault) }) else { return self }
        return ImportReading(table: table, map: map, today: today, vouchedCodes: try vouchedCodes())
    }

    /// How many rows came back, however many rules each broke.
    public var rejectedRowCount: Int { Set(rejects.map(\.rowNumber)).count }
}

/// Why a file as a whole could not be imported.
public enum ImportFileError: Error, Hashable, Sendable {
    case table(TableFileError)
    case format(ImportFormatError)
}
