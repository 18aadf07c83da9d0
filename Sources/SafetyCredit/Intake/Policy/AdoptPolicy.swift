public import PQ

/// Adopts answers to readings and numbers of the law from a day on: the bureau's policy, dated like every rule.
///
/// One answer is told by `reading`, `option` and `valid_from`; several rules, and numbers, by `rules`. They are adopted together or not at
/// all. None reaches back, so that no grade already told becomes another; `anxin policy try` shows beforehand who would move.
/// **Source** the readings that `law.reading` calls policies.
public struct AdoptPolicy: Act {
    public static let name = "adopt-policy"
    public static let role = OfficerRole.decider
    public static let fields = [
        ActField("reading", .text, required: false, "口径代码，如 RD-05"),
        ActField("option", .text, required: false, "取值，如 b"),
        ActField("valid_from", .date, required: false, "生效日期，不早于行为当日"),
        ActField(
            "rules",
            .list([
                ActField("kind", .choice(PolicyRule.Kind.allCases.map(\.rawValue)), "口径或参数"),
                ActField("code", .text, "口径或参数的代码"), ActField("valid_from", .date, "生效日期，不早于行为当日"),
                ActField("value", .text, "口径的取值或参数的数值"),
                ActField("unit", .choice(ParameterUnit.allCases.map(\.rawValue)), required: false, "参数的单位"),
                ActField("row", .integer, required: false, "文件中的行号，缺省为列表中的序号"),
            ]), required: false, "多条口径和参数，代替 reading、option、valid_from"),
        ActField("document_number", .text, "据以采用的文号"),
    ]

    let rules: [PolicyRule]
    let documentNumber: String

    public init(reading fields: ActFields) throws {
        documentNumber = try fields.text("document_number")
        let listed = try fields.list("rules")
        guard listed.isEmpty else {
            if let single = ["reading", "option", "valid_from"].first(where: { fields.members[$0] != nil }) {
                throw Refusal(.badField, ["field": single, "expected": "nothing beside rules"])
            }
            rules = try listed.enumerated().map { try PolicyRule(reading: $1, at: $0 + 1) }
            return
        }
        rules = [
            PolicyRule(
                rowNumber: 1, kind: .policy, code: try fields.text("reading"),
                validFrom: try fields.date("valid_from"), value: try fields.text("option"), unit: nil)
        ]
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        try refuseCounty(context.officer, on: connection)
        do {
            try PolicyRule.check(rules, notBefore: context.on, on: connection)
            try PolicyRule.write(rules, decidedBy: documentNumber, on: connection)
        } catch let refused as PolicyFaults {
            throw refused.refusal
        }
        return ActOutcome(answer: [
            "rules": .array(
                rules.map { rule in
                    [
                        "kind": .string(rule.kind.rawValue), "code": .string(rule.code), "value": .string(rule.value),
                        "valid_from": .string(rule.validFrom.description),
                    ]
                })
        ])
    }

    /// The readings hold for the whole register: a county's officer decides none.
    private func refuseCounty(_ officer: Officer, on connection: isolated Connection) throws {
        let decides = try connection.value(
            """
            select exists (
                select from ops.agency as a
                where a.agency_code = \(officer.agencyCode) and a.level in ('province', 'city')
            )
            """,
            as: Bool.self)
        guard decides else { throw Refusal(.agencyNotResponsible, ["agency": officer.agencyCode]) }
    }
}

extension AdoptPolicy {
    /// The act that adopts the rules of a file.
    public static func line(
        adopting rules: [PolicyRule], by document: String, officer: String, on day: CivilDate
    ) throws(Refusal) -> ActLine {
        try ActLine([
            "act": .string(name), "on": .string(day.description), "officer": .string(officer),
            "key": .string("\(name):\(document)"), "document_number": .string(document),
            "rules": .array(rules.map(\.json)),
        ])
    }
}

extension PolicyRule {
    fileprivate init(reading fields: ActFields, at place: Int) throws {
        self.init(
            rowNumber: Int(try fields.optionalInteger("row") ?? Int64(place)),
            kind: try fields.choice("kind", of: Kind.self), code: try fields.text("code"),
            validFrom: try fields.date("valid_from"), value: try fields.text("value"),
            unit: try fields.optionalText("unit") == nil ? nil : fields.choice("unit", of: ParameterUnit.self))
    }

    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "row": .integer(Int64(rowNumber)), "kind": .string(kind.rawValue), "code": .string(code),
            "valid_from": .string(validFrom.description), "value": .string(value),
        ]
        members["unit"] = unit.map { .string($0.rawValue) }
        return .object(members)
    }
}
