public import PQ

/// Adopts an alternative answer to a reading from a day on: the bureau's policy, dated like every rule.
///
/// It never reaches back, so that no grade already told becomes another; `anxin policy try` shows beforehand who would move.
/// **Source** the readings that `law.reading` calls policies.
public struct AdoptPolicy: Act {
    public static let name = "adopt-policy"
    public static let role = OfficerRole.decider
    public static let fields = [
        ActField("reading", .text, "口径代码，如 RD-05"),
        ActField("option", .text, "取值，如 b"),
        ActField("valid_from", .date, "生效日期，不早于行为当日"),
        ActField("document_number", .text, "据以采用的文号"),
    ]

    let reading: String
    let option: String
    let validFrom: CivilDate
    let documentNumber: String

    public init(reading fields: ActFields) throws {
        reading = try fields.text("reading")
        option = try fields.text("option")
        validFrom = try fields.date("valid_from")
        documentNumber = try fields.text("document_number")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        try refuseCounty(context.officer, on: connection)
        guard validFrom >= context.on else {
            throw Refusal(.badField, ["field": "valid_from", "expected": "a day not before \(context.on)"])
        }
        let options = try connection.values(
            """
            select o.option_code
            from law.reading_option as o
            join law.reading as r on r.reading_code = o.reading_code and r.is_policy
            where o.reading_code = \(reading)
            order by o.option_code
            """,
            as: String.self)
        guard !options.isEmpty else {
            throw Refusal(
                .badField, ["field": "reading", "expected": "a reading with alternatives, as anxin policy list tells"])
        }
        guard options.contains(option) else {
            throw Refusal(.badField, ["field": "option", "expected": options.joined(separator: ", ")])
        }
        let adopted = try connection.execute(
            """
            insert into law.policy (reading_code, valid_from, option_code, decided_by)
            values (\(reading), \(validFrom), \(option), \(documentNumber))
            on conflict (reading_code, valid_from) do nothing
            """)
        guard adopted == 1 else {
            throw Refusal(.policyAdopted, ["reading": reading, "from": validFrom.description])
        }
        return ActOutcome(answer: [
            "reading": .string(reading), "option": .string(option), "valid_from": .string(validFrom.description),
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
