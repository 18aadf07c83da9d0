public import PQ

/// Records that a channel is proven to show a membership: with the first of them the management period starts.
///
/// By policy RD-16 b the period starts with the decision, once a publication is proven; by c with the last of the channels that must show
/// it. A later confirmation changes nothing; an earlier one, whose proof came in late, moves the start forward in the subject's favour.
/// **Source** plan V(5); RD-16, RD-24.
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
        try requireDue(membership, in: context, on: connection)
        let startsOn = try start(of: membership, in: context, on: connection)
        try connection.execute(
            """
            update lists.membership as m
            set published_on = \(startsOn), version_no = m.version_no + 1, act_id = \(context.actID), known_at = now()
            where m.subject_id = \(membership.subjectID) and m.membership_id = \(membershipID)
                and coalesce(m.published_on, 'infinity') > \(startsOn)::date and m.expired_on is null
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

    /// - Throws: `Refusal.badField` for a channel that need not show the membership: what it shows proves nothing.
    private func requireDue(
        _ membership: Membership, in context: ActContext, on connection: isolated Connection
    ) throws {
        let due = try connection.values(
            """
            select c.channel_code
            from publication.due_channel(\(membership.subjectID), \(membershipID), \(context.on)) as c
            order by c.channel_code
            """,
            as: String.self)
        guard due.contains(channelCode) else {
            throw Refusal(.badField, ["field": "channel", "expected": due.joined(separator: ", ")])
        }
    }

    /// The day on which the period starts by what is proven with this act; nil by RD-16 c while a channel is still to show it.
    private func start(
        of membership: Membership, in context: ActContext, on connection: isolated Connection
    ) throws -> CivilDate? {
        let answer = try connection.value(
            "select r.option_code from law.policy_regime('RD-16') as r where r.governs @> \(membership.listedOn)::date",
            as: String.self)
        switch answer {
        case "b": return membership.listedOn
        // What the register confirms by itself it has weighed by the channels that were due on the day of the run.
        case "c" where context.officer.code != Officer.system:
            return try connection.value(
                """
                select case when bool_and(told.first_on is not null) then max(told.first_on) end
                from publication.due_channel(\(membership.subjectID), \(membershipID), \(context.on)) as due
                left join publication.proof(\(membership.subjectID), \(membershipID), 'infinity') as p
                    on p.channel_code = due.channel_code
                cross join lateral (
                    select least(p.first_on, case when due.channel_code = \(channelCode) then \(context.on)::date end)
                ) as told (first_on)
                """,
                as: CivilDate?.self)
        default: return context.on
        }
    }
}
