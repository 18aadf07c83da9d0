/// What a graded unit is.
///
/// **Source** Order 11 Art. 2: units of the industries named, and bodies of appraisal, certification, testing and inspection.
public enum UnitKind: String, LabelledChoice {
    case business
    case serviceBody = "service_body"

    public var label: String {
        switch self {
        case .business: "生产经营单位"
        case .serviceBody: "机构"
        }
    }

    public var aliases: [String] {
        switch self {
        case .business: ["企业", "单位"]
        case .serviceBody: ["安全评价认证检测检验机构", "技术服务机构", "服务机构"]
        }
    }
}
