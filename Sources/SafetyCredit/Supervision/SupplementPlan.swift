public import PQ

/// Adds to a yearly plan that is drawn the units that have come to stand in it since: by an accident and a penalty for it, by grade C or D,
/// or by a rule of their industry.
///
/// The draw stays as it is, and so do the numbers of its lines. Done again with nothing new it adds nothing.
/// **Source** plan V(3)-(4), (6), VI(3); RD-18, RD-42.
public struct SupplementPlan: Act {
    public static let name = "supplement-plan"
    public static let role = OfficerRole.operator
    public static let fields = [
        ActField("plan_year", .integer, "计划年度"),
        ActField("agency_code", .text, "制定机关代码"),
    ]

    let planYear: Int64
    let agencyCode: String

    public init(reading fields: ActFields) throws {
        guard let year = try fields.optionalInteger("plan_year") else {
            throw Refusal(.missingField, ["field": "plan_year"])
        }
        planYear = year
        agencyCode = try fields.text("agency_code")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        _ = try context.officer.requireOwnOrBelow(agencyCode, on: connection)
        let planID = try connection.values(
            """
            select p.plan_id
            from supervision.plan as p
            where p.plan_year = \(planYear)::integer and p.agency_code = \(agencyCode) and p.drawn_on <= \(context.on)
            """,
            as: Int64.self
        ).first
        guard let planID else { throw Refusal(.planNotDrawn, ["year": String(planYear), "agency": agencyCode]) }
        let added = try connection.values(
            """
            insert into supervision.plan_line (subject_id, plan_id, plan_year, reason_code, grade, inspections_per_year, draw_no,
                evidence_ids, added_on)
            select c.subject_id, \(planID), \(planYear)::integer, c.reason_code, c.grade, c.inspections_per_year, null, c.evidence_ids,
                \(context.on)
            from supervision.plan_candidate(\(planYear)::integer, \(agencyCode), \(context.on)) as c
            where c.reason_code is not null
            returning reason_code
            """,
            as: String.self)
        return ActOutcome(answer: [
            "plan_id": .integer(planID), "plan_year": .integer(planYear), "agency_code": .string(agencyCode),
            "must_count": .integer(Int64(added.count { $0 == "must" })),
            "key_count": .integer(Int64(added.count { $0 == "key" })),
            "industry_count": .integer(Int64(added.count { $0 == "industry" })),
        ])
    }
}
