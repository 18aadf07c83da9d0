public import PQ

/// What a number of the law counts.
public enum ParameterUnit: String, LabelledChoice, CaseIterable, PQDecodable {
    case month
    case workingDay = "working day"
    case calendarDay = "calendar day"
    case count, percent, year, fen

    public var label: String {
        switch self {
        case .month: "月"
        case .workingDay: "工作日"
        case .calendarDay: "日"
        case .count: "数"
        case .percent: "百分比"
        case .year: "年"
        case .fen: "分"
        }
    }

    public var aliases: [String] {
        switch self {
        case .month: ["个月"]
        case .workingDay: ["个工作日"]
        case .calendarDay: ["天"]
        case .count: ["起", "次", "倍", "个"]
        case .percent: ["%"]
        case .year, .fen: []
        }
    }
}
