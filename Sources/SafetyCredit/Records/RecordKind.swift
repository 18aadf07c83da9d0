public import PQ

/// A kind of record; each has its own table of versions in `records`, named as the kind.
public enum RecordKind: String, CaseIterable, Sendable, PQDecodable {
    case penalty, accident, certification, honour, ban
    case repairResult = "repair_result"

    public func name(in language: Language) -> String {
        switch self {
        case .penalty: language.choose("处罚", "penalty")
        case .accident: language.choose("事故", "accident")
        case .certification: language.choose("标准化证书", "certification")
        case .honour: language.choose("荣誉", "honour")
        case .ban: language.choose("从业禁止", "ban")
        case .repairResult: language.choose("修复结果", "repair result")
        }
    }

    static let field = ActField(
        "record_kind", .choice(allCases.map(\.rawValue)), required: false, "记录种类，缺省为 penalty（行政处罚）")

    init(reading fields: ActFields) throws(Refusal) {
        self = fields.members["record_kind"] == nil ? .penalty : try fields.choice("record_kind", of: RecordKind.self)
    }

    /// The columns a correction may change. What identifies a record is not among them: another number is another record.
    var correctable: [CorrectableColumn] {
        switch self {
        case .penalty:
            [
                .date("decided_on"), .date("served_on", canBeEmpty: true), .boolean("is_safety"),
                .boolean("is_simplified"),
                .boolean("is_article_114_2"), .choices("kinds", PenaltyKind.allCases.map(\.label)),
                .text("illegal_act"), .text("facts"), .text("basis"), .text("content"),
                .integer("fine_fen", canBeEmpty: true), .integer("confiscated_fen", canBeEmpty: true),
                .text("licence_named"), .text("accident_number"),
            ]
        case .accident:
            [
                .date("occurred_on"), .choice("severity", AccidentSeverity.allCases.map(\.rawValue)),
                .integer("death_count"), .integer("serious_injury_count"), .integer("direct_loss_fen"),
                .choice("responsibility", AccidentFinding.allCases.map(\.rawValue)),
                .date("report_approved_on", canBeEmpty: true), .text("report_number"),
                .choice("reporting_fault", ["late", "omitted", "falsified", "concealed"], canBeEmpty: true),
            ]
        case .certification:
            [
                .integer("level"), .text("issuer"), .date("valid_from"), .date("valid_to"),
                .date("revoked_on", canBeEmpty: true),
            ]
        case .honour:
            [
                .choice("level", ["national", "province", "city", "county"]),
                .integer("honoured_year", canBeEmpty: true),
                .date("awarded_on"), .text("awarded_by"),
            ]
        case .ban: [.text("basis", canBeEmpty: false), .date("starts_on"), .date("last_day", canBeEmpty: true)]
        case .repairResult: [.date("repaired_on"), .text("source", canBeEmpty: false)]
        }
    }
}
