import PQ

@testable import SafetyCredit

/// Makes acts as careless officers would: mostly in order, often early, late, twice, by the wrong officer or about another's matter.
struct RandomActs: Sendable {
    /// What the acts so far have left behind to go on with.
    struct World: Sendable {
        var units: [String]
        var penalties: [(unit: String, number: String)] = []
        /// Keys of the acts that opened a case, and its subject's code.
        var opened: [Procedure: [String]] = [:]
        var memberships: [Int64] = []
        /// Memberships whose early removal was granted.
        var removed: [Int64] = []
        var caseIDs: [Int64] = []
        var responsibilities: [(unit: String, id: Int64)] = []
    }

    struct Line: Sendable {
        let act: String
        let officer: String
        let fields: [String: JSONValue]
        /// The procedure that the act opens a case of; nil when it opens none.
        let opens: Procedure?
    }

    var random: SeededGenerator
    var world: World
    private var count = 0

    init(seed: UInt64, units: [String]) {
        random = SeededGenerator(seed: seed)
        world = World(units: units)
    }

    private static let numbers = ["421321197506304511", "421381199202290021", "421300196912317880"]
    private static let makers: [@Sendable (inout RandomActs) -> Line?] = [
        {
            $0.give(
                "give-notice", "han", ["clause": $0.one(["DO1", "DO1", "DA5", "DO4", "DA4", "C1"])], about: .penalty,
                opens: .listing)
        },
        { $0.go("record-defence", "han", ["is_waived": true], in: [.listing, .listing, .restoration]) },
        { $0.go("decide-listing", "dec", $0.listing(), in: [.listing]) },
        { $0.go("record-service", "han", ["with_repair_notice": true], in: Procedure.allCases) },
        { $0.go("record-entry", "han", [:], in: [.listing, .earlyRemoval, .restoration]) },
        { $0.publish() },
        { $0.give("file-objection", "han", ["statement": "不实"], about: .record, opens: .objection) },
        { $0.go("accept-objection", "han", [:], in: [.objection]) },
        { $0.go("refuse-objection", "han", ["reason": "非事实异议"], in: [.objection]) },
        { $0.go("decide-objection", "dec", $0.objection(), in: [.objection]) },
        { $0.go("refuse-removal-application", "han", ["reason": "材料不全"], in: [.earlyRemoval]) },
        { $0.go("report-removal", "han", [:], in: [.earlyRemoval]) },
        { $0.give("reexamine-listing", "han", ["reason": "复议"], about: .membership, opens: .revocation) },
        {
            $0.seldom {
                $0.give(
                    "revoke-listing", "dec",
                    ["document_number": "撤1", "reason": "复议", "decision": $0.one(["revoke", "keep"])],
                    about: .membership)
            }
        },
        {
            $0.seldom { $0.give("annul-penalty", "rec", ["document_number": "复决1", "reason": "事实不清"], about: .record) }
        },
        { $0.seldom { $0.give("correct-record", "rec", $0.correction(), about: .record) } },
        { $0.seldom { $0.give("withdraw-record", "rec", ["document_number": "更1", "reason": "误录"], about: .record) } },
        {
            $0.seldom { $0.give("reinstate-record", "rec", ["document_number": "更2", "reason": "误撤"], about: .record) }
        },
        {
            $0.seldom {
                $0.give(
                    "record-repair", "rec", ["result_number": .string("XF\($0.count)"), "source": "信用中国"],
                    about: .record)
            }
        },
        {
            $0.give(
                "record-ban", "rec",
                ["basis": "第九十二条", "decision_number": "禁1", "starts_on": "2024-06-01", "last_day": "2025-06-01"],
                about: .unit)
        },
        {
            $0.give(
                "rename-subject", "rec", ["new_name": .string("新名\($0.count)"), "document_number": "变1"], about: .unit)
        },
        { $0.rarely { $0.give("deregister-subject", "rec", ["document_number": "注1"], about: .unit) } },
        {
            $0.rarely {
                $0.give(
                    "record-merger", "rec", ["successor_code": .string($0.unit()), "document_number": "合1"],
                    about: .unit, opens: .merger)
            }
        },
        {
            $0.go(
                "decide-merger", "dec", ["decision": $0.one(["new_listing", "no_transfer"]), "opinion": "意见"],
                in: [.merger])
        },
        { $0.give("record-role", "rec", $0.role(), about: .unit) },
        { $0.endRole() },
    ]

    /// The long way to a restoration is drawn more often, or nobody would reach its end.
    private static let removal: [@Sendable (inout RandomActs) -> Line?] = [
        { $0.give("apply-for-removal", "han", ["statement": "已整改"], about: .membership, opens: .earlyRemoval) },
        { $0.go("accept-removal-application", "han", [:], in: [.earlyRemoval]) },
        { $0.go("decide-removal", "dec", $0.removal(), in: [.earlyRemoval]) },
        {
            $0.give(
                "give-restoration-notice", "han", ["document_number": "恢告1", "evidence": "伪造"], about: .removed,
                opens: .restoration)
        },
        {
            $0.go(
                "restore-listing", "dec",
                [
                    "decision_number": .string("恢\($0.count)"), "reason": "弄虚作假",
                    "decision": $0.one(["restore", "not_restore"]),
                ], in: [.restoration])
        },
    ]

    /// The next act; nil when the one drawn has nothing to be about yet.
    mutating func next() -> Line? {
        count += 1
        let makers = Self.makers + Self.removal + Self.removal
        return makers[Int.random(in: makers.indices, using: &random)](&self)
    }

    private enum About { case unit, penalty, record, membership, removed }

    private mutating func give(
        _ act: String, _ officer: String, _ fields: [String: JSONValue], about: About, opens: Procedure? = nil
    ) -> Line? {
        var fields = fields
        switch about {
        case .unit: fields["credit_code"] = .string(unit())
        case .penalty, .record:
            guard let penalty = world.penalties.suffix(12).randomElement(using: &random) else { return nil }
            fields["credit_code"] = .string(chance(0.95) ? penalty.unit : unit())
            fields[about == .penalty ? "penalty_decision_number" : "decision_number"] = .string(penalty.number)
        case .membership:
            // The newest are mostly in force, the older ones can be applied for.
            let some = chance(0.5) ? world.memberships.suffix(10) : world.memberships[...]
            guard let id = some.randomElement(using: &random) else { return nil }
            fields["membership_id"] = .integer(id)
        case .removed:
            guard let id = world.removed.suffix(4).randomElement(using: &random) else { return nil }
            fields["membership_id"] = .integer(chance(0.9) ? id : world.memberships.randomElement(using: &random) ?? id)
        }
        return Line(act: act, officer: somebody(instead: officer), fields: fields, opens: opens)
    }

    private mutating func go(
        _ act: String, _ officer: String, _ fields: [String: JSONValue], in procedures: [Procedure]
    ) -> Line? {
        var fields = fields
        let procedure = procedures.randomElement(using: &random) ?? .listing
        if chance(0.15), let id = world.caseIDs.suffix(30).randomElement(using: &random) {
            fields["case"] = .integer(id)
        } else if let key = world.opened[procedure]?.suffix(5).randomElement(using: &random) {
            fields["case"] = .string(key)
        } else {
            return nil
        }
        return Line(act: act, officer: somebody(instead: officer), fields: fields, opens: nil)
    }

    private mutating func publish() -> Line? {
        guard let id = world.memberships.suffix(20).randomElement(using: &random) else { return nil }
        return Line(
            act: "confirm-publication", officer: "operator",
            fields: ["membership_id": .integer(id), "channel": "bureau-site"], opens: nil)
    }

    private mutating func endRole() -> Line? {
        guard let held = world.responsibilities.randomElement(using: &random) else { return nil }
        return Line(
            act: "end-role", officer: somebody(instead: "rec"),
            fields: [
                "credit_code": .string(held.unit), "responsibility_id": .integer(held.id), "last_day": "2024-06-01",
            ], opens: nil)
    }

    private mutating func listing() -> [String: JSONValue] {
        if chance(0.1) { return ["decision": "not_list", "reason": "情节轻微"] }
        var fields: [String: JSONValue] = ["decision_number": .string("失信\(count)")]
        if chance(0.6) { fields["persons"] = [person()] }
        if chance(0.2) {
            fields["period_months"] = .integer(Int64.random(in: 0...37, using: &random))
            fields["period_basis"] = "裁量基准"
        }
        return fields
    }

    private mutating func objection() -> [String: JSONValue] {
        var fields: [String: JSONValue] = ["opinion": "意见", "decision": one(["keep", "keep", "delete", "change"])]
        if fields["decision"] == "change" { fields["changes"] = change() }
        return fields
    }

    private mutating func removal() -> [String: JSONValue] {
        chance(0.85)
            ? ["decision": "granted", "penalty_performed": "凭证", "harm_removed": "意见书"]
            : ["decision": "denied", "reason": "未整改"]
    }

    private mutating func correction() -> [String: JSONValue] {
        ["document_number": "更1", "reason": "误录", "changes": change()]
    }

    private mutating func change() -> JSONValue {
        let day = CivilDate(iso: "2024-01-02")! + Int.random(in: 0...900, using: &random)
        return [
            one([["field": "is_safety", "value": "false"], ["field": "is_safety", "value": "true"]]),
            ["field": "basis", "value": .string("依据\(count)")],
        ].shuffled(using: &random).first.map { [$0, ["field": "decided_on", "value": .string(day.description)]] } ?? []
    }

    private mutating func role() -> [String: JSONValue] {
        ["from": "2024-01-02"].merging(person().members ?? [:]) { $1 }
    }

    private mutating func person() -> JSONValue {
        let index = Int.random(in: 0..<Self.numbers.count, using: &random)
        return [
            "name": .string("人员\(index)"), "resident_number": .string(Self.numbers[index]),
            "role": one(["principal", "principal", "responsible"]),
        ]
    }

    private mutating func seldom(_ make: (inout RandomActs) -> Line?) -> Line? { chance(0.25) ? make(&self) : nil }
    private mutating func rarely(_ make: (inout RandomActs) -> Line?) -> Line? { chance(0.04) ? make(&self) : nil }
    private mutating func unit() -> String { world.units.randomElement(using: &random) ?? "" }
    private mutating func one(_ values: [JSONValue]) -> JSONValue { values.randomElement(using: &random) ?? .null }
    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

    private mutating func somebody(instead officer: String) -> String {
        guard chance(0.2) else { return officer }
        return ["rec", "han", "dec", "han2", "rec-zd", "dec-zd", "operator"].randomElement(using: &random) ?? officer
    }
}
