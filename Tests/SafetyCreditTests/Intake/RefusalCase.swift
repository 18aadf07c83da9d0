import PQ
import Testing

@testable import SafetyCredit

/// One act that must be refused: where the matter stands, what is tried, and the rule.
struct RefusalCase: Sendable, CustomTestStringConvertible {
    let title: String
    let code: RefusalCode
    let stage: Story.Stage
    let act: String
    let day: String
    let officer: String
    let key: String
    let fields: [String: JSONValue]
    let today: String
    let before: @Sendable (Story, isolated Connection) throws -> Void

    init(
        _ title: String, _ code: RefusalCode, at stage: Story.Stage, _ act: String, on day: String, by officer: String,
        key: String = "the-refused-one", _ fields: [String: JSONValue], today: String = "2030-12-31",
        before: @escaping @Sendable (Story, isolated Connection) throws -> Void = { _, _ in }
    ) {
        (self.title, self.code, self.stage, self.act, self.day) = (title, code, stage, act, day)
        (self.officer, self.key, self.fields, self.today, self.before) = (officer, key, fields, today, before)
    }

    var testDescription: String { "\(title): \(code.rawValue)" }

    static let all: [RefusalCase] = [
        envelope, officers, unknowns, listing, removal, procedures, restoration, corrections, units, others, calendar,
        form, documents, formerListings, policies, personPenalties,
    ]
    .flatMap { $0 }

    /// The listing decision with some fields exchanged; null takes a field away.
    static func listing(_ changes: [String: JSONValue]) -> [String: JSONValue] { with(Story.listing, changes) }
    static func grant(_ changes: [String: JSONValue]) -> [String: JSONValue] { with(Story.grant, changes) }

    static let notice: [String: JSONValue] = [
        "credit_code": .string(Story.unit), "clause": "DO1",
        "penalty_decision_number": .string(Story.decisionNumber), "document_number": "随应急告〔2024〕1号",
    ]
    static let annulment: [String: JSONValue] = [
        "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
        "document_number": "随复决〔2024〕1号", "reason": "主要事实不清",
    ]
    static let ban: [String: JSONValue] = [
        "credit_code": .string(Story.unit), "basis": "安全生产法第九十二条", "decision_number": "随应急禁〔2024〕1号",
        "starts_on": "2024-03-12", "last_day": "2025-03-12",
    ]
    static let repair: [String: JSONValue] = [
        "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
        "result_number": "XF-1", "source": "信用中国",
    ]
    static let plan: [String: JSONValue] = ["plan_year": 2025, "agency_code": "421300"]
    static let application = with(Story.listedUnit, ["statement": "已整改"])
    static let revocation = with(Story.listedUnit, ["document_number": "随应急撤〔2024〕1号", "reason": "处罚被撤销"])
    static let objectionDecision: [String: JSONValue] = [
        "case": "file-objection", "decision": "keep", "opinion": "属实", "document_number": "随应急复〔2024〕1号",
    ]

    static func with(_ fields: [String: JSONValue], _ changes: [String: JSONValue]) -> [String: JSONValue] {
        fields.merging(changes) { $1 }.filter { $0.value != .null }
    }
}
