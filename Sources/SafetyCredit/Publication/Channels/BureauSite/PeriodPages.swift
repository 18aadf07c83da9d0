internal import PQ

/// Rows parted by the period of their decision: by years, a year with too many rows by months, such a month by days.
///
/// A change of one entry touches the pages of its own period alone, where numbered pages would all move by one row.
enum PeriodPages {
    struct Row {
        var entryID: Int64
        var version: Int64
        var decidedOn: CivilDate
        /// Where the entry stands in what the rows were made from.
        var index: Int
    }

    struct Page {
        /// As in a file name: 2025, 2025-03, 2025-03-14, 2025-03-14-2.
        var code: String
        /// As readers write it.
        var title: String
        var newest: CivilDate
        var rows: ArraySlice<Row>
    }

    enum Unit: Int {
        case year = 1
        case month
        case day

        var finer: Unit? { Unit(rawValue: rawValue + 1) }

        func firstDay(of date: CivilDate) -> CivilDate {
            switch self {
            case .year: CivilDate(year: date.year, month: 1, day: 1) ?? date
            case .month: date - (date.day - 1)
            case .day: date
            }
        }

        func code(_ date: CivilDate) -> String {
            date.description.split(separator: "-").prefix(rawValue).joined(separator: "-")
        }

        func title(_ date: CivilDate) -> String {
            switch self {
            case .year: "\(date.year)年"
            case .month: "\(date.year)年\(date.month)月"
            case .day: ChineseDate.text(date)
            }
        }
    }

    /// The pages of rows that are ordered by decision, the newest first; only the rows of a single day go on over several.
    static func pages(of rows: ArraySlice<Row>, by unit: Unit = .year, atMost limit: Int) -> [Page] {
        var pages: [Page] = []
        var rest = rows
        while let newest = rest.first?.decidedOn {
            let firstDay = unit.firstDay(of: newest)
            let period = rest.prefix { $0.decidedOn >= firstDay }
            rest = rest[period.endIndex...]
            if period.count > limit, let finer = unit.finer {
                pages += Self.pages(of: period, by: finer, atMost: limit)
                continue
            }
            for (part, start) in stride(from: period.startIndex, to: period.endIndex, by: limit).enumerated() {
                pages.append(
                    Page(
                        code: unit.code(newest) + (part == 0 ? "" : "-\(part + 1)"),
                        title: unit.title(newest) + (part == 0 ? "" : "（第\(part + 1)页）"), newest: newest,
                        rows: period[start..<min(start + limit, period.endIndex)]))
            }
        }
        return pages
    }
}
