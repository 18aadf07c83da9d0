import Foundation
import PQ
import Testing

@testable import SafetyCredit

/// Tells the register what happens in an invented town, in few words.
///
/// The main unit is punished, told, heard, listed, published and at last removed; `reach` goes as far along as a test needs, on literal
/// days, so that a test names only what it is about.
struct Story: Sendable {
    /// The key that the registers of a test run belong to; commands find it in the file.
    static let identityKey: IdentityKey = {
        atexit { unlink(Story.keyPath) }
        do { return try IdentityKey.create(path: keyPath) } catch { fatalError("no key for the tests: \(error)") }
    }()
    static var identityKeyFile: String {
        _ = identityKey
        return keyPath
    }
    private static let keyPath = NSTemporaryDirectory() + "anxin-tests-\(getpid()).key"

    static let unit = "91421321MA49K3C490"
    static let unitName = "随县青石化工有限公司"
    static let otherUnit = "9142130070712340XM"
    static let strangerCode = "91421303MA4F6G7H8L"
    static let decisionNumber = "随应急罚〔2024〕1号"
    /// Named by every penalty, so that a clause of an accident has one; the accident itself stands in no record.
    static let accidentNumber = "SG-9"
    static let listingNumber = "随应急失信〔2024〕1号"
    static let restorationNumber = "随应急恢〔2025〕1号"
    static let principalName = "张三"
    static let principalNumber = "421321197506304511"
    static let agency = "随州市应急管理局"

    let ledger: Ledger

    /// - Parameter today: last day an act may bear.
    init(today: String = "2030-12-31") {
        ledger = Ledger(acts: ActVocabulary.acts, identityKey: Self.identityKey, today: CivilDate(iso: today)!)
    }

    /// Submits one act; the key is the act's name unless another is given.
    func submit(
        _ act: String, on day: String, by officer: String, key: String? = nil, _ fields: [String: JSONValue] = [:],
        _ connection: isolated Connection
    ) throws -> ActReply {
        var members = fields
        members["act"] = .string(act)
        members["on"] = .string(day)
        members["officer"] = .string(officer)
        members["key"] = .string(key ?? act)
        return try ledger.submit(try ActLine(.object(members)), on: connection)
    }

    /// Submits an act that must be performed, and gives its answer.
    @discardableResult
    func does(
        _ act: String, on day: String, by officer: String, key: String? = nil, _ fields: [String: JSONValue] = [:],
        _ connection: isolated Connection, _ location: SourceLocation = #_sourceLocation
    ) throws -> [String: JSONValue] {
        switch try submit(act, on: day, by: officer, key: key, fields, connection).outcome {
        case .done(_, let answer): return answer
        case .repeated(_, let answer):
            Issue.record("\(act) was performed before", sourceLocation: location)
            return answer
        case .refused(let refusal):
            Issue.record("\(act) refused: \(refusal.code.rawValue) \(refusal.facts)", sourceLocation: location)
            throw refusal
        }
    }

    /// How far the main unit's matter has gone.
    enum Stage: String, CaseIterable, Sendable {
        case registered, punished, told, heard, listed, published, applied, accepted, removed
        case objected, objectionAccepted
    }

    func reach(_ stage: Stage, _ connection: isolated Connection) throws {
        let isObjection = stage == .objected || stage == .objectionAccepted
        let path: [Stage] =
            isObjection
            ? [.registered, .punished, .objected] + (stage == .objected ? [] : [stage])
            : Array(Stage.allCases.prefix(Stage.allCases.firstIndex(of: stage)! + 1))
        for step in path { try take(step, connection) }
    }

    /// The facts that a listing decision under test varies.
    static let listing: [String: JSONValue] = [
        "case": "give-notice", "decision_number": .string(listingNumber),
        "persons": [
            ["name": .string(principalName), "resident_number": .string(principalNumber), "role": "principal"]
        ],
    ]

    static let grant: [String: JSONValue] = [
        "case": "apply-for-removal", "decision": "granted", "decision_number": "随应急移〔2025〕1号",
        "penalty_performed": "缴款凭证", "harm_removed": "整改复查意见书",
    ]

    static let listedUnit: [String: JSONValue] = [
        "credit_code": .string(unit), "decision_number": .string(listingNumber),
    ]

    private func take(_ stage: Stage, _ connection: isolated Connection) throws {
        switch stage {
        case .registered: try registerUnits(connection)
        case .punished: try punish(connection)
        case .told:
            try does(
                "give-notice", on: "2024-03-05", by: "han",
                [
                    "credit_code": .string(Self.unit), "clause": "DO1",
                    "penalty_decision_number": .string(Self.decisionNumber), "document_number": "随应急告〔2024〕1号",
                ], connection)
        case .heard:
            try does(
                "record-defence", on: "2024-03-08", by: "han", ["case": "give-notice", "answer": "不予采纳"], connection)
        case .listed: try does("decide-listing", on: "2024-03-11", by: "dec", Self.listing, connection)
        case .published:
            try does(
                "confirm-publication", on: "2024-03-15", by: "operator",
                ["membership_id": .integer(try unitMembership(connection)), "channel": "bureau-site"], connection)
        case .applied:
            try does(
                "apply-for-removal", on: "2025-03-12", by: "han",
                Self.listedUnit.merging(["statement": "已整改"]) { $1 }, connection)
        case .accepted:
            try does(
                "accept-removal-application", on: "2025-03-14", by: "han", ["case": "apply-for-removal"], connection)
        case .removed: try does("decide-removal", on: "2025-03-20", by: "dec", Self.grant, connection)
        case .objected:
            try does(
                "file-objection", on: "2024-03-06", by: "han",
                [
                    "credit_code": .string(Self.unit), "decision_number": .string(Self.decisionNumber),
                    "statement": "处罚对象是名称相近的另一单位",
                ], connection)
        case .objectionAccepted:
            try does("accept-objection", on: "2024-03-07", by: "han", ["case": "file-objection"], connection)
        }
    }

    /// Lists the unit, unless the clause is the principal's alone, and its principal for a major accident SG-1 that it concealed; SG-0 is a
    /// larger one of the year before, which with SG-1 as another makes DA2.
    func listForAccident(under clause: String, _ connection: isolated Connection) throws {
        let unit = try Subject.unit(try CreditCode(Self.unit), on: connection).id
        let severity = clause == "DA2" ? "larger" : "major"
        try RecordedFacts.accident("SG-0", at: unit, on: "2023-09-20", severity: "larger", connection)
        try RecordedFacts.accident(
            "SG-1", at: unit, on: "2024-01-20", severity: severity, fault: "concealed", connection)
        try RecordedFacts.penalty("罚1", on: unit, decidedOn: "2024-03-01", accident: "SG-1", connection)
        try does(
            "give-notice", on: "2024-03-05", by: "han",
            ["credit_code": .string(Self.unit), "clause": .string(clause), "penalty_decision_number": "罚1"], connection)
        try does("record-defence", on: "2024-03-08", by: "han", ["case": "give-notice", "is_waived": true], connection)
        try does("decide-listing", on: "2024-03-11", by: "dec", Self.listing, connection)
    }

    /// After the removal: notice of fraud, waived defence, restoration on 12 June 2025.
    @discardableResult
    func restore(_ connection: isolated Connection) throws -> [String: JSONValue] {
        try does("give-restoration-notice", on: "2025-06-02", by: "han", key: "fraud", RefusalCase.fraud, connection)
        try does(
            "record-defence", on: "2025-06-09", by: "han", key: "fraud-defence", ["case": "fraud", "is_waived": true],
            connection)
        return try does("restore-listing", on: "2025-06-12", by: "dec", RefusalCase.restored, connection)
    }

    func unitMembership(_ connection: isolated Connection) throws -> Int64 {
        try connection.value(
            """
            select m.membership_id
            from lists.membership as m
            join register.subject as s on s.subject_id = m.subject_id and s.kind <> 'person'
            where m.decision_number = \(Self.listingNumber)
            """,
            as: Int64.self)
    }

    /// The principal whom the listing lists.
    func principal(_ connection: isolated Connection) throws -> Int64 {
        try connection.value("select s.subject_id from register.subject as s where s.kind = 'person'", as: Int64.self)
    }
}
