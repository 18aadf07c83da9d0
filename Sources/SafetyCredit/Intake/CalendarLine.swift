public import PQ

/// A row of a file of working-day exceptions.
public struct CalendarLine: Sendable, Hashable {
    public let day: CivilDate
    public let isWorkingDay: Bool
    public let name: String

    enum Column {
        static let day = ImportColumn<CivilDate>.required("日期", ["date", "day"], .date)
        static let kind = ImportColumn<Kind>.required("类型", ["kind", "安排"], .choice)
        static let name = ImportColumn<String>.required("节日", ["name", "名称"], .line(max: 100))
    }

    enum Kind: String, LabelledChoice {
        case off, work

        var label: String {
            switch self {
            case .off: "休息"
            case .work: "上班"
            }
        }

        var aliases: [String] { self == .off ? ["放假", "休"] : ["补班", "班"] }
    }

    /// Reads a file of exceptions: 日期, 类型 (休息 or 上班), 节日.
    ///
    /// - Throws: `ImportFileError`; every faulty row is in the rejects.
    public static func read(path: String, today: CivilDate) throws(ImportFileError) -> (
        lines: [CalendarLine], rejects: [Reject]
    ) {
        let columns = [Column.day.titles, Column.kind.titles, Column.name.titles]
        let known = columns.flatMap { [$0.title] + $0.aliases } + ["notice_year"]
        let table: Table
        do { table = try TableFile.read(path, options: TableReadOptions(knownTitles: known)) } catch {
            throw .table(error)
        }
        let map: ColumnMap
        do {
            map = try ColumnMap(header: table.header, columns: columns, known: ["notice_year"], ignoring: [])
        } catch { throw .format(error) }
        var lines: [CalendarLine] = []
        var rejects: [Reject] = []
        for row in table.rows {
            var reader = RowReader(row: row, map: map, today: today)
            let (day, kind, name) = (reader.value(Column.day), reader.value(Column.kind), reader.value(Column.name))
            if reader.isSound, let day, let kind, let name {
                lines.append(CalendarLine(day: day, isWorkingDay: kind == .work, name: name))
            }
            rejects += reader.rejects
        }
        return (lines, rejects)
    }
}
