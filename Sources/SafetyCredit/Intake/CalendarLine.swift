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
        return try SmallFile.read(path: path, today: today, columns: columns, passedOver: ["notice_year"]) { row in
            let (day, kind, name) = (row.value(Column.day), row.value(Column.kind), row.value(Column.name))
            guard row.isSound, let day, let kind, let name else { return nil }
            return CalendarLine(day: day, isWorkingDay: kind == .work, name: name)
        }
    }
}
