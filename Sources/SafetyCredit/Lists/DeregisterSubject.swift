public import PQ

/// Records that a unit no longer exists: its memberships close on the day and it leaves the grades and the form.
///
/// Persons listed in its matter stay listed: they follow the number, not the job (RD-36).
/// **Source** RD-29.
public struct DeregisterSubject: Act {
    public static let name = "deregister-subject"
    public static let role = OfficerRole.recorder
    public static let fields = [
        ActField("credit_code", .creditCode, "统一社会信用代码"),
        ActField("document_number", .text, "注销登记文书号"),
    ]

    let creditCode: CreditCode
    let documentNumber: String

    public init(reading fields: ActFields) throws {
        creditCode = try fields.creditCode("credit_code")
        documentNumber = try fields.text("document_number")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let subject = try Subject.unit(creditCode, on: connection)
        let changed = try connection.execute(
            """
            update register.subject as s
            set deregistered_on = \(context.on), version_no = s.version_no + 1, act_id = \(context.actID), known_at = now()
            where s.subject_id = \(subject.id) and s.deregistered_on is null
                and (s.registered_on is null or s.registered_on <= \(context.on))
            """
        )
        guard changed == 1 else { throw Refusal(.alreadyDeregistered, ["subject": creditCode.text]) }
        try Subject.keepVersions(of: "\(context.actID)", on: connection)
        let ended = try connection.values(
            """
            update lists.membership as m
            set ended_on = \(context.on), end_reason = \(Membership.EndReason.deregistered.rawValue),
                end_decision_number = \(documentNumber), version_no = m.version_no + 1, act_id = \(context.actID),
                known_at = now()
            from lists.membership_by_law('infinity') as l
            where m.subject_id = \(subject.id) and m.ended_on is null
                and l.subject_id = m.subject_id and l.membership_id = m.membership_id and l.during @> \(context.on)::date
            returning m.membership_id
            """,
            as: Int64.self
        )
        try Membership.keepVersions(of: "\(context.actID)", on: connection)
        return ActOutcome(
            subjectID: subject.id,
            answer: [
                "subject_id": .integer(subject.id), "ended_membership_ids": .array(ended.map { .integer($0) }),
            ])
    }
}
