internal import PQ

/// One entry in the list: a line of `list.json`, a row of `list.csv` and of the index pages.
struct ListLine: Sendable, Hashable {
    var entryID: Int64
    var version: Int64
    var sha256: String
    var page: String
    var listCode: String
    var listName: String
    var subjectKind: String
    var name: String
    var creditCode: String?
    var maskedNumber: String?
    var reportingUnit: String
    var reportingUnitName: String
    var groundClause: String
    var decisionNumber: String
    var decidedOn: CivilDate
    var decidingAgency: String
    var publishedOn: CivilDate?
    var lastDay: CivilDate?
    var isObjectionPending: Bool

    /// The order of the index pages: the serious list first, then the newest decision.
    static func isShownBefore(_ one: ListLine, _ other: ListLine) -> Bool {
        let (oneRank, otherRank) = (one.listCode == "serious" ? 0 : 1, other.listCode == "serious" ? 0 : 1)
        if oneRank != otherRank { return oneRank < otherRank }
        if one.decidedOn != other.decidedOn { return one.decidedOn > other.decidedOn }
        return one.entryID > other.entryID
    }

    static let csvHeader = [
        "条目编号", "名单", "主体类别", "名称", "统一社会信用代码", "证件号码", "报送单位", "列入事由条款", "决定文号", "决定机关",
        "列入日期", "公示日期", "最后公示日", "异议处理中",
    ]

    var csvRow: [String] {
        [
            "\(entryID)", listName, SubjectKindName.of(subjectKind), name, creditCode ?? "", maskedNumber ?? "",
            reportingUnitName, groundClause, decisionNumber, decidingAgency, decidedOn.description,
            publishedOn?.description ?? "", lastDay?.description ?? "", isObjectionPending ? "是" : "否",
        ]
    }
}

extension ListLine {
    init(_ entry: PublicationEntry, version: Int64) {
        self.init(
            entryID: entry.entryID, version: version, sha256: entry.sha256, page: SitePaths.page(entry.entryID),
            listCode: entry.listCode, listName: entry.listName, subjectKind: entry.subjectKind, name: entry.name,
            creditCode: entry.creditCode, maskedNumber: entry.maskedNumber, reportingUnit: entry.reportingUnit,
            reportingUnitName: entry.reportingUnitName, groundClause: entry.groundClause,
            decisionNumber: entry.decisionNumber, decidedOn: entry.decidedOn, decidingAgency: entry.decidingAgency,
            publishedOn: entry.publishedOn, lastDay: entry.lastDay, isObjectionPending: entry.isObjectionPending)
    }
}

/// Kinds of subject as readers know them.
enum SubjectKindName {
    static func of(_ code: String) -> String {
        code == "person" ? "相关责任人员" : UnitKind(rawValue: code)?.label ?? code
    }
}
