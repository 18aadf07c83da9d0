import PQ

@testable import SafetyCredit

/// One act as a lawyer writes it: `decide-listing 2024-03-11 dec period_months=37`.
///
/// Words are the act, its day and its officer; then fields, which add to or replace those the story gives by itself. An empty value leaves
/// the field out; `membership=restored` is the one that restores another, `membership=person` that of the person. Acts of a case stand between semicolons; the last one is the one judged.
struct ActNotation {
    let act: String
    let day: String
    let officer: String
    let key: String?
    private let given: [String: String]

    init(_ text: some StringProtocol) throws {
        let words = String(text).split(separator: " ").map(String.init)
        guard words.count >= 3, Day(iso: words[1]) != nil else {
            throw FactNotation.Fault.unreadable(String(text), fact: String(text))
        }
        (act, day, officer) = (words[0], words[1], words[2])
        var given: [String: String] = [:]
        for word in words.dropFirst(3) {
            let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard pair.count == 2, given.updateValue(pair[1], forKey: pair[0]) == nil else {
                throw FactNotation.Fault.unreadable(word, fact: String(text))
            }
        }
        key = given.removeValue(forKey: "key")
        self.given = given
    }

    /// The fields that the story would give, with those of the case.
    func fields(_ story: Story, on connection: isolated Connection) throws -> [String: JSONValue] {
        var fields = try Self.usual(act, story, on: connection)
        for (name, value) in given {
            if name == "resident_number" {
                fields["persons"] = [
                    ["name": .string(Story.principalName), "resident_number": .string(value), "role": "principal"]
                ]
            } else if name == "membership" {
                let isMeant: Statement =
                    value == "restored" ? "m.restores_membership_id is not null" : "m.unit_id is not null"
                fields["membership_id"] = .integer(
                    try connection.value(
                        "select m.membership_id from lists.membership as m where \(isMeant)", as: Int64.self))
            } else {
                fields[name] = value.isEmpty ? nil : Self.json(value)
            }
        }
        return fields
    }

    private static func json(_ value: String) -> JSONValue {
        if let number = Int64(value) { return .integer(number) }
        return value == "true" || value == "false" ? .bool(value == "true") : .string(value)
    }

    private static func usual(
        _ act: String, _ story: Story, on connection: isolated Connection
    ) throws -> [String: JSONValue] {
        let unit: [String: JSONValue] = ["credit_code": .string(Story.unit)]
        let record = unit.merging(["decision_number": .string(Story.decisionNumber)]) { $1 }
        let fields: [String: JSONValue] =
            switch act {
            case "give-notice":
                [
                    "clause": "DO1", "penalty_decision_number": .string(Story.decisionNumber),
                    "document_number": "随应急告〔2024〕1号",
                ].merging(unit) { $1 }
            case "record-defence": ["case": "give-notice", "answer": "不予采纳"]
            case "decide-listing": Story.listing
            case "confirm-publication":
                ["membership_id": .integer(try story.unitMembership(connection)), "channel": "bureau-site"]
            case "apply-for-removal": Story.listedUnit.merging(["statement": "已整改"]) { $1 }
            case "decide-removal": Story.grant
            case "file-objection": record.merging(["statement": "与事实不符"]) { $1 }
            case "decide-objection": ["case": "file-objection", "opinion": "属实", "document_number": "随应急答〔2024〕1号"]
            case "annul-penalty": record.merging(["document_number": "随政复〔2024〕1号", "reason": "事实不清"]) { $1 }
            case "revoke-listing":
                Story.listedUnit.merging(["document_number": "随应急撤〔2024〕1号", "reason": "处罚撤销"]) { $1 }
            case "record-ban":
                [
                    "basis": "安全生产法第九十四条", "decision_number": "随应急禁〔2024〕1号", "starts_on": "2024-03-12",
                ].merging(unit) { $1 }
            case "withdraw-record": ["document_number": "随应急撤〔2024〕2号", "reason": "录入有误"].merging(unit) { $1 }
            case "reinstate-record": record.merging(["document_number": "随应急更〔2024〕3号", "reason": "撤下有误"]) { $1 }
            case "record-repair":
                record.merging(["result_number": "修复〔2024〕1号", "source": "信用中国"]) { $1 }
            case "give-restoration-notice":
                Story.listedUnit.merging(["document_number": "随应急恢告〔2025〕1号", "evidence": "伪造整改材料"]) { $1 }
            case "restore-listing":
                [
                    "case": "give-restoration-notice", "decision_number": .string(Story.restorationNumber),
                    "reason": "弄虚作假取得提前移出",
                ]
            case "report-removal": ["case": "apply-for-removal"]
            case "transfer-listing":
                [
                    "clause": "DO4", "decision_number": "随安监黑〔2023〕1号", "listed_on": "2023-09-20",
                    "published_on": "2023-09-28", "period_months": 12, "period_basis": "安监总办〔2017〕49号",
                ].merging(unit) { $1 }
            case "adopt-policy": ["document_number": "随应急办〔2024〕1号"]
            case "deregister-subject": unit.merging(["document_number": "随市监注〔2024〕1号"]) { $1 }
            default: [:]
            }
        return fields
    }
}
