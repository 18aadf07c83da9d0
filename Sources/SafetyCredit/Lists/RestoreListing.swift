public import PQ

/// Revokes an early removal that fraud had won and restores the listing, or leaves it removed.
///
/// The restored membership is a new one: both its clocks, the period and the twelve months, start on the day of restoration, even where the
/// old period would be over; the time between is not rewritten. By option b of RD-40 the period starts when it is published again, by option
/// c it ends no later than the old one.
/// **Source** Order 11 Art. 21; RD-40.
public struct RestoreListing: Act {
    public static let name = "restore-listing"
    private static let rule = Procedure.restoration.rule(for: .decided)
    public static let role = rule.role
    public static let fields = [
        CaseReference.field,
        ActField("decision", .choice(rule.outcomes.map(\.rawValue)), required: false, "恢复或者不恢复，缺省为恢复"),
        ActField("decision_number", .text, "决定书文号"),
        ActField("reason", .text, "理由"),
    ]

    let reference: CaseReference
    let decision: Case.Outcome
    let decisionNumber: String
    let reason: String

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
        decision = try fields.outcome("decision", of: Self.rule, default: .restore)
        decisionNumber = try fields.text("decision_number")
        reason = try fields.text("reason")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let restoration = try Case.find(reference, [.restoration], on: connection)
        guard let removed = try restoration.membershipID.flatMap({ try Membership.find($0, on: connection) }) else {
            throw Refusal(.unknownMembership, ["membership": restoration.membershipID.map(String.init) ?? ""])
        }
        let owed = try restoration.take(
            .decided, outcome: decision,
            detail: ["decision_number": .string(decisionNumber), "reason": .string(reason)], in: context,
            on: connection)
        var answer: [String: JSONValue] = ["case_id": .integer(restoration.id)]
        if decision == .restore {
            answer.merge(try restore(removed, of: restoration, in: context, connection)) { $1 }
        }
        return ActOutcome(subjectID: restoration.subjectID, answer: owed.answer.merging(answer) { $1 })
    }

    private func restore(
        _ removed: Membership, of restoration: Case, in context: ActContext, _ connection: isolated Connection
    ) throws -> [String: JSONValue] {
        let clock = try connection.value("select law.policy_option('RD-40', \(context.on))", as: String.self)
        let cap = clock == "c" ? removed.lastDay : nil
        if let cap, cap < context.on { throw Refusal(.alreadyEnded, ["ended": (cap + 1).description]) }
        let id = try connection.value(
            """
            insert into lists.membership (subject_id, list_code, clause_code, decision_number, agency_code, listed_on,
                period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, capped_on, version_no,
                act_id, known_at)
            select m.subject_id, m.list_code, m.clause_code, \(decisionNumber), m.agency_code, \(context.on), m.period_months,
                m.period_basis, m.unit_id, m.founding_record_id, \(restoration.id), m.membership_id, \(cap), 1,
                \(context.actID), now()
            from lists.membership as m
            where m.subject_id = \(removed.subjectID) and m.membership_id = \(removed.id)
            returning membership_id
            """,
            as: Int64.self)
        try Membership.keepVersions(of: "\(context.actID)", on: connection)
        // The first version is unpublished, so that publication is owed; the second sets the clock, where that does not wait for it.
        let lastDay = clock == "b" ? nil : try startPeriod(of: id, restoring: removed, in: context, connection)
        let publication = try DueDate.after(context.on, term: "listing-publication-working-days", on: connection)
        return [
            "membership_id": .integer(id), "restores_membership_id": .integer(removed.id),
            "last_day": lastDay.map { .string($0.description) } ?? .null,
            "publish_by": .string(publication.on.description),
        ]
    }

    private func startPeriod(
        of id: Int64, restoring removed: Membership, in context: ActContext, _ connection: isolated Connection
    ) throws -> CivilDate {
        try connection.execute(
            """
            update lists.membership as m
            set published_on = m.listed_on, version_no = m.version_no + 1
            where m.subject_id = \(removed.subjectID) and m.membership_id = \(id)
            """)
        try Membership.keepVersions(of: "\(context.actID)", on: connection)
        return try connection.value(
            """
            select m.last_day
            from lists.membership_by_law('infinity') as m
            where m.subject_id = \(removed.subjectID) and m.membership_id = \(id)
            """,
            as: CivilDate.self)
    }
}
