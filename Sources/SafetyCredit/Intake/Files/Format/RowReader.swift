public import PQ

/// Reads the cells of one row by column and gathers every fault on the way.
///
/// A value is nil when its cell is blank or broken; `isSound` tells the two apart at the end.
public struct RowReader {
    public let rowNumber: Int
    /// The day of the import, which no decided or happened date may pass.
    public let today: CivilDate
    public private(set) var rejects: [Reject] = []

    private let cells: [Cell]
    private let map: ColumnMap
    private let vouchedCodes: Set<String>

    /// - Parameter vouchedCodes: codes whose check characters are not asked for (RD-43).
    init(row: TableRow, map: ColumnMap, today: CivilDate, vouchedCodes: Set<String> = []) {
        rowNumber = row.number
        cells = row.cells
        self.map = map
        self.today = today
        self.vouchedCodes = vouchedCodes
    }

    /// No cell broke a rule so far.
    public var isSound: Bool { rejects.isEmpty }

    /// The rejects from left to right, those of columns that the file lacks last.
    var rejectsByColumn: [Reject] {
        rejects.count < 2 ? rejects : rejects.sorted { ($0.column ?? .max) < ($1.column ?? .max) }
    }

    /// The value in a column.
    public mutating func value<Value>(_ column: ImportColumn<Value>) -> Value? { value(column, column.parser) }

    /// The code in a column.
    public mutating func value(_ column: ImportColumn<CreditCode>) -> CreditCode? {
        value(column, vouchedCodes.isEmpty ? column.parser : .creditCode(vouchedFor: vouchedCodes))
    }

    private mutating func value<Value>(_ column: ImportColumn<Value>, _ parser: CellParser<Value>) -> Value? {
        guard let index = map[column.titles.title] else { return nil }
        switch cells[index] {
        case .damaged(let damage, _):
            refuse(column, CellFault(damage))
            return nil
        case .text(let raw):
            let text = CellText.trim(raw)
            if text.isEmpty {
                if column.titles.isRequired { refuse(column, .missing) }
                return nil
            }
            do {
                return try parser.parse(text)
            } catch {
                refuse(column, error)
                return nil
            }
        }
    }

    /// The date in a column, refused when it lies after the day of the import.
    public mutating func pastDate(_ column: ImportColumn<CivilDate>) -> CivilDate? {
        guard let date = value(column) else { return nil }
        guard date <= today else {
            refuse(column, .dateAhead)
            return nil
        }
        return date
    }

    /// Whether the row has no faults yet in this column.
    func isSound<Value>(_ column: ImportColumn<Value>) -> Bool {
        let title = map.title(column.titles.title)
        return !rejects.contains { $0.columnTitle == title }
    }

    /// Refuses a date that lies before another one.
    public mutating func refuse(
        _ later: ImportColumn<CivilDate>, _ laterDate: CivilDate?, before earlier: ImportColumn<CivilDate>,
        _ earlierDate: CivilDate?
    ) {
        guard let laterDate, let earlierDate, laterDate < earlierDate else { return }
        refuse(later, .dateBefore(title: map.title(earlier.titles.title)))
    }

    /// Records that the cell in a column breaks a rule.
    public mutating func refuse<Value>(_ column: ImportColumn<Value>, _ fault: CellFault) {
        let title = column.titles.title
        rejects.append(
            Reject(rowNumber: rowNumber, columnTitle: map.title(title), column: map[title].map { $0 + 1 }, fault: fault)
        )
    }
}
