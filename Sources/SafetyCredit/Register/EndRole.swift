public import PQ

/// Records that a person no longer answers for a unit; a listing of the person goes on (RD-36).
public struct EndRole: Act {
    public static let name = "end-role"
    public static let role = OfficerRole.recorder
    public static let fields = [
        ActField("credit_code", .creditCode, "单位的统一社会信用代码"),
        ActField("responsibility_id", .integer, "任职编号，record-role 的答复或者 person show 所列"),
        ActField("last_day", .date, "任职末日"),
    ]

    let creditCode: CreditCode
    let responsibilityID: Int64
    let lastDay: CivilDate

    public init(reading fields: ActFields) throws {
        creditCode = try fields.creditCode("credit_code")
        guard let id = try fields.optionalInteger("responsibility_id") else {
            throw Refusal(.missingField, ["field": "responsibility_id"])
        }
        responsibilityID = id
        lastDay = try fields.date("last_day")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let unit = try Subject.unit(creditCode, on: connection)
        let ended = try connection.execute(
            """
            insert into register.responsibility_end (subject_id, responsibility_id, last_day, act_id, known_at)
            select r.subject_id, r.responsibility_id, \(lastDay), \(context.actID), now()
            from register.responsibility as r
            where r.subject_id = \(unit.id) and r.responsibility_id = \(responsibilityID)
                and r.during @> \(lastDay)::date and \(lastDay) <= \(context.on)
            on conflict (subject_id, responsibility_id) do nothing
            """
        )
        guard ended == 1 else { throw Refusal(.roleNotHeld, ["responsibility": String(responsibilityID)]) }
        return ActOutcome(subjectID: unit.id, answer: ["responsibility_id": .integer(responsibilityID)])
    }
}
