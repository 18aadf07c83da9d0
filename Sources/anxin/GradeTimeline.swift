import PQ
import SafetyCredit

/// A picture of what counts for a unit and for how long, 80 cells wide: one bar a record, and the day asked about through all of them.
///
/// It is drawn with ASCII alone, whose width no terminal disputes; Chinese characters in the labels count two cells.
struct GradeTimeline {
    private static let labelWidth = 28
    private static let barWidth = 38

    private let day: CivilDate
    private let rows: [(label: String, window: GradeExplanation.Window)]
    private let first: CivilDate
    private let last: CivilDate
    private let language: Language

    /// nil when nothing counts: there is no picture of nothing.
    init?(_ explanation: GradeExplanation, in language: Language) {
        guard !explanation.windows.isEmpty else { return nil }
        day = explanation.day
        rows = explanation.windows.map { ("\($0.clauseCode) \($0.evidence.text)", $0) }
        let days = explanation.windows.flatMap { [$0.sinceOn, $0.untilOn].compactMap { $0 } } + [day]
        let (earliest, latest) = (days.min() ?? day, days.max() ?? day)
        first = CivilDate(year: earliest.year, month: 1, day: 1) ?? earliest
        last = CivilDate(year: latest.year + 1, month: 1, day: 1) ?? latest
        self.language = language
    }

    /// The lines, each at most 80 cells.
    var lines: [String] {
        [axis]
            + rows.map { row in
                let until = row.window.untilOn.map(\.description) ?? language.choose("无期", "no end")
                return Self.padded(row.label, to: Self.labelWidth) + bar(row.window) + "  " + until
            } + [
                Self.padded("", to: Self.labelWidth)
                    + language.choose("o 起  = 已过  | \(day)  - 将来  > 未定", "o start  = past  | \(day)  - to come  > open")
            ]
    }

    /// Years at the cells of their first days, as many as have room.
    private var axis: String {
        var cells = Array(repeating: Character(" "), count: Self.barWidth)
        var free = 0
        for year in first.year...last.year {
            guard let newYear = CivilDate(year: year, month: 1, day: 1) else { continue }
            let cell = self.cell(newYear)
            let text = String(year)
            guard cell >= free, cell + text.count <= cells.count else { continue }
            cells.replaceSubrange(cell..<cell + text.count, with: text)
            free = cell + text.count + 1
        }
        return Self.padded(language.choose("时间轴", "timeline"), to: Self.labelWidth) + String(cells)
    }

    private func bar(_ window: GradeExplanation.Window) -> String {
        let (start, today) = (cell(window.sinceOn), cell(day))
        let end = window.untilOn.map(cell) ?? Self.barWidth - 1
        return String(
            (0..<Self.barWidth).map { index -> Character in
                switch index {
                case today: "|"
                case start: "o"
                case end where window.untilOn == nil: ">"
                case start...max(start, end): index < today ? "=" : "-"
                default: " "
                }
            })
    }

    private func cell(_ day: CivilDate) -> Int {
        let span = max(1, Int(last.daysSinceEpoch - first.daysSinceEpoch))
        return min(
            Self.barWidth - 1, max(0, Int(day.daysSinceEpoch - first.daysSinceEpoch) * (Self.barWidth - 1) / span))
    }

    /// The text in exactly so many cells, cut with `~` where it is longer.
    private static func padded(_ text: String, to width: Int) -> String {
        var (kept, used) = ("", 0)
        let isWhole = TextWidth.of(text) < width
        for character in text {
            let cells = TextWidth.of(String(character))
            guard isWhole || used + cells < width - 1 else {
                kept.append("~")
                used += 1
                break
            }
            kept.append(character)
            used += cells
        }
        return kept + String(repeating: " ", count: max(0, width - used))
    }
}
