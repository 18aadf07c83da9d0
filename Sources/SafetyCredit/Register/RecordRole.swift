public import PQ

/// Records from which day a person answers for a unit, and in which role; the person need not be listed.
///
/// **Source** Work Safety Law Art. 78; RD-36.
public struct RecordRole: Act {
    public static let name = "record-role"
    public static let role = OfficerRole.recorder
    public static let fields =
        [ActField("credit_code", .creditCode, "单位的统一社会信用代码")] + NamedPerson.fields + [
            ActField("from", .date, "任职首日")
        ]

    let creditCode: CreditCode
    let from: CivilDate
    let person: ActFields

    public init(reading fields: ActFields) throws {
        creditCode = try fields.creditCode("credit_code")
        from = try fields.date("from")
        person = fields.only(NamedPerson.fields)
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let unit = try Subject.unit(creditCode, on: connection)
        guard from <= context.on else {
            throw Refusal(.badField, ["field": "from", "expected": "a day not after \(context.on)"])
        }
        let named = try NamedPerson(reading: person, on: context.on)
        let personID = try named.register(in: context, on: connection)
        try Subject.lock(unit.id, on: connection)
        let held = try connection.values(
            """
            select r.responsibility_id
            from register.responsibility as r
            where r.subject_id = \(unit.id) and r.person_id = \(personID) and r.role_code = \(named.role.rawValue)
                and not exists (
                    select from register.responsibility_end as e
                    where e.subject_id = r.subject_id and e.responsibility_id = r.responsibility_id
                )
            """,
            as: Int64.self
        ).first
        if let held { throw Refusal(.roleHeld, ["role": named.role.rawValue, "responsibility": String(held)]) }
        let id = try connection.value(
            """
            insert into register.responsibility (subject_id, person_id, role_code, during, act_id, known_at)
            values (\(unit.id), \(personID), \(named.role.rawValue), daterange(\(from), null), \(context.actID), now())
            returning responsibility_id
            """,
            as: Int64.self)
        return ActOutcome(
            subjectID: unit.id,
            answer: ["person_id": .integer(personID), "responsibility_id": .integer(id)])
    }
}
