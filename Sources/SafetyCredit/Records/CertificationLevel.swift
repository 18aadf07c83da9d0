/// The level of a certificate of work-safety standardization.
///
/// **Source** 应急〔2021〕83号: level one is national, two provincial, three of the city.
public enum CertificationLevel: String, LabelledChoice {
    case one, two, three

    public var label: String {
        switch self {
        case .one: "一级"
        case .two: "二级"
        case .three: "三级"
        }
    }

    public var aliases: [String] {
        switch self {
        case .one: ["1级", "1", "国家级", "Ⅰ级"]
        case .two: ["2级", "2", "省级", "Ⅱ级"]
        case .three: ["3级", "3", "市级", "Ⅲ级"]
        }
    }
}
