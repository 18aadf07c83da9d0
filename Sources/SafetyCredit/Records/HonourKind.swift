/// What a subject was praised with.
///
/// **Source** Plan, conditions of grade A: 先进单位 in two years running, 通报表扬 or 典型宣传 (RD-09, RD-10).
public enum HonourKind: String, LabelledChoice {
    case advancedUnit = "advanced_unit"
    case commendation
    case modelReport = "model_report"

    public var label: String {
        switch self {
        case .advancedUnit: "先进单位"
        case .commendation: "通报表扬"
        case .modelReport: "典型宣传"
        }
    }
}

/// The level of the authority that awards an honour.
public enum AwardLevel: String, LabelledChoice {
    case national, province, city, county

    public var label: String {
        switch self {
        case .national: "国家级"
        case .province: "省级"
        case .city: "市级"
        case .county: "县级"
        }
    }

    public var aliases: [String] { self == .county ? ["区级", "县区级", "县(市、区)级"] : [] }
}
