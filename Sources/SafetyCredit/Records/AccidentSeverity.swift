/// The grade of a production-safety accident.
///
/// **Source** Regulation on accident reports (2007) Art. 3: 以上 includes the number; the highest of the three criteria decides.
public enum AccidentSeverity: String, LabelledChoice, Comparable {
    case ordinary, larger, major, extraordinary

    public var label: String {
        switch self {
        case .ordinary: "一般"
        case .larger: "较大"
        case .major: "重大"
        case .extraordinary: "特别重大"
        }
    }

    public var aliases: [String] { ["\(label)事故", "\(label)生产安全事故"] }

    /// The grade that deaths, serious injuries and direct loss give. **Units** the loss in fen.
    public init(deaths: Int, seriousInjuries: Int, directLossFen: Int64) {
        let million: Int64 = 100_000_000  // fen in a million yuan
        self = max(
            Self.grade(Int64(deaths), from: 3, 10, 30),
            Self.grade(Int64(seriousInjuries), from: 10, 50, 100),
            Self.grade(directLossFen, from: 10 * million, 50 * million, 100 * million))
    }

    private static func grade(_ value: Int64, from larger: Int64, _ major: Int64, _ extraordinary: Int64)
        -> AccidentSeverity
    {
        if value >= extraordinary { return .extraordinary }
        if value >= major { return .major }
        return value >= larger ? .larger : .ordinary
    }

    public static func < (left: AccidentSeverity, right: AccidentSeverity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .ordinary: 0
        case .larger: 1
        case .major: 2
        case .extraordinary: 3
        }
    }
}
