/// What a document tells the party to a case.
///
/// **Source** Order 11 Arts. 9, 10, 19, 20; plan III, V(5).
public enum DocumentKind: String, Sendable, CaseIterable {
    /// 告知书: a listing is intended.
    case priorNotice = "prior-notice"
    /// 列入决定书
    case listingDecision = "listing-decision"
    /// 移出决定书: early removal is granted.
    case removalDecision = "removal-decision"
    /// 不予受理决定书: an application for early removal, or an objection, is not taken up.
    case acceptanceRefusal = "acceptance-refusal"
    /// 不予提前移出决定书
    case removalDenial = "removal-denial"
    /// 异议答复书
    case objectionAnswer = "objection-answer"
    /// 信用修复告知书: served together with the decision (两书同达).
    case repairNotice = "repair-notice"
    /// 提前移出证明
    case removalCertificate = "removal-certificate"

    /// The word between the agency's own and the year in the document's number: 失信 in 随应急失信〔2025〕3号.
    public var numberWord: String {
        switch self {
        case .priorNotice: "告"
        case .listingDecision: "失信"
        case .removalDecision: "移"
        case .acceptanceRefusal: "不受"
        case .removalDenial: "不移"
        case .objectionAnswer: "复"
        case .repairNotice: "修"
        case .removalCertificate: "证"
        }
    }

    public func title(in language: Language) -> String {
        switch self {
        case .priorNotice: language.choose("列入告知书", "prior notice")
        case .listingDecision: language.choose("列入决定书", "listing decision")
        case .removalDecision: language.choose("移出决定书", "removal decision")
        case .acceptanceRefusal: language.choose("不予受理决定书", "refusal to accept")
        case .removalDenial: language.choose("不予提前移出决定书", "denial of early removal")
        case .objectionAnswer: language.choose("异议答复书", "answer to an objection")
        case .repairNotice: language.choose("信用修复告知书", "credit-repair notice")
        case .removalCertificate: language.choose("提前移出证明", "certificate of early removal")
        }
    }
}
