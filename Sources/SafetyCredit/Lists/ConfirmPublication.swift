public import PQ

/// Records the first proven success of a publication: the management period starts.
///
/// By policy RD-16 b the period starts with the decision, once a publication is proven. A later confirmation changes nothing; an earlier one, whose proof came in late, moves the start forward in the subject's favour.
/// **Source** plan V(5); RD-16.
public struct ConfirmPublication: Act {
    public static let name = "confirm-publication"
    public static let role = OfficerRole.publisher
    public static let fields = [
        ActField("membership_id", .integer, "名单成员编号"),
        ActField("channel", .text, "渠道代码"),
    ]

    let membershipID: Int64
    let channelCode: String

    public init(reading fields: ActFields) throws {
        guard let id = try fields.optionalInteger("membership_id") else {
            throw Refusal(.missingField, ["field": "membership_id"])
        }
        membershipID = id
        channelCode = try fields.text("channel")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        guard let membership = try Membership.find(membershipID, on: connection) else {
            throw Refusal(.unknownMembership, ["membership": String(membershipID)])
        }
        guard context.on >= membership.listedOn else {
            throw Refusal(
                .publishedBeforeListed,
                ["on": context.on.description, "listed": membership.listedOn.description])
        }
        let startsWithDecision = try connection.value(
            """
            select clock.option_code = 'b'
            from law.policy_regime('RD-16') as clock
            where clock.governs @> \(membership.listedOn)::date
            """,
            as: Bool.self)
        let startsOn = startsWithDecision ? membership.listedOn : context.on
        try connection.execute(
            """
            update lists.membership as m
            set published_on = \(startsOn), version_no = m.version_no + 1, act_id = \(context.actID), known_at = now()
            where m.subject_id = \(membership.subjectID) and m.membership_id = \(membershipID)
                and (m.published_on is null or m.published_on > \(startsOn)) and m.expired_on is null
            """
        )
        try Membership.keepVersions(of: "\(context.actID)", on: connection)
        let (publishedOn, lastDay) = try connection.row(
            """
            select m.published_on, upper(m.during) - 1
            from lists.membership_by_law('infinity') as m
            where m.subject_id = \(membership.subjectID) and m.membership_id = \(membershipID)
            """,
            as: (CivilDate?, CivilDate?).self
        )
        return ActOutcome(
            subjectID: membership.subjectID,
            answer: [
                "membership_id": .integer(membershipID),
                "published_on": publishedOn.map { .string($0.description) } ?? .null,
                "last_day": lastDay.map { .string($0.description) } ?? .null,
            ])
    }
}
