/// What the approved report says of the unit's part in an accident (RD-21).
public enum AccidentFinding: String, LabelledChoice {
    case responsible
    case notResponsible = "not_responsible"
    /// No approved report yet.
    case open

    public var label: String {
        switch self {
        case .responsible: "责任事故"
        case .notResponsible: "非责任事故"
        case .open: "调查中"
        }
    }
}

/// How an accident was reported; only `falsified` and `concealed` found a listing.
///
/// **Source** MEM order 14; Order 11 Art. 6(4).
public enum AccidentReporting: String, LabelledChoice {
    case regular, late, omitted, falsified, concealed

    public var label: String {
        switch self {
        case .regular: "正常"
        case .late: "迟报"
        case .omitted: "漏报"
        case .falsified: "谎报"
        case .concealed: "瞒报"
        }
    }
}
