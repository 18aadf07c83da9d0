/// A kind of administrative penalty.
///
/// **Source** Penalty Law Art. 9; data-exchange list of 处罚类别.
public enum PenaltyKind: String, LabelledChoice {
    case warning
    case criticism
    case fine
    case incomeConfiscation = "income_confiscation"
    case propertyConfiscation = "property_confiscation"
    case licenceSuspension = "licence_suspension"
    case qualificationLowering = "qualification_lowering"
    case licenceRevocation = "licence_revocation"
    case activityRestriction = "activity_restriction"
    case productionHalt = "production_halt"
    case closure
    case occupationBan = "occupation_ban"
    case detention
    case other

    public var label: String {
        switch self {
        case .warning: "警告"
        case .criticism: "通报批评"
        case .fine: "罚款"
        case .incomeConfiscation: "没收违法所得"
        case .propertyConfiscation: "没收非法财物"
        case .licenceSuspension: "暂扣许可证件"
        case .qualificationLowering: "降低资质等级"
        case .licenceRevocation: "吊销许可证件"
        case .activityRestriction: "限制开展生产经营活动"
        case .productionHalt: "责令停产停业"
        case .closure: "责令关闭"
        case .occupationBan: "限制从业"
        case .detention: "行政拘留"
        case .other: "其他"
        }
    }

    public var aliases: [String] {
        switch self {
        case .other: ["其它"]
        case .licenceSuspension: ["暂扣许可证"]
        case .licenceRevocation: ["吊销许可证"]
        default: []
        }
    }
}

/// The field of law of a penalty (RD-12).
public enum PenaltyField: String, LabelledChoice {
    case workSafety = "work_safety"
    case other

    public var label: String {
        switch self {
        case .workSafety: "安全生产"
        case .other: "其他"
        }
    }

    public var aliases: [String] { self == .other ? ["其它"] : [] }
}
