public import PQ

/// Draws the yearly inspection plan of an agency.
///
/// Units with an accident and a penalty for it must stand in it, all other C and D do for key supervision, and a share of B and of A is
/// drawn at random: reproducibly, from a seed that is published with the plan.
/// **Source** plan V(1)-(4), VI(3); RD-18, RD-42.
public struct DrawPlan: Act {
    public static let name = "draw-plan"
    public static let role = OfficerRole.operator
    public static let fields = [
        ActField("plan_year", .integer, "计划年度：行为当年或次年"),
        ActField("agency_code", .text, "制定机关代码；计划包括其下级机关尚未自行制定的"),
        ActField("seed", .text, required: false, "随机种子，至多200字；缺省由登记密钥、机关和年度导出"),
        ActField("share_a_percent", .integer, required: false, "A级抽取比例（%）；缺省取参数 plan-share-a-percent"),
        ActField("share_b_percent", .integer, required: false, "B级抽取比例（%）；缺省取参数 plan-share-b-percent"),
    ]

    let planYear: Int64
    let agencyCode: String
    let seed: String?
    let shareA: Int64?
    let shareB: Int64?

    public init(reading fields: ActFields) throws {
        guard let year = try fields.optionalInteger("plan_year") else {
            throw Refusal(.missingField, ["field": "plan_year"])
        }
        planYear = year
        agencyCode = try fields.text("agency_code")
        seed = try fields.optionalText("seed")
        guard seed.map({ $0.count <= 200 }) ?? true else {
            throw Refusal(.badField, ["field": "seed", "expected": "200 characters at most"])
        }
        shareA = try Self.percent("share_a_percent", of: fields)
        shareB = try Self.percent("share_b_percent", of: fields)
    }

    private static func percent(_ name: String, of fields: ActFields) throws(Refusal) -> Int64? {
        let percent = try fields.optionalInteger(name)
        guard percent.map({ (0...100).contains($0) }) ?? true else {
            throw Refusal(.badField, ["field": name, "expected": "0 to 100"])
        }
        return percent
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let thisYear = Int64(context.on.year)
        guard (thisYear...thisYear + 1).contains(planYear) else {
            throw Refusal(.badField, ["field": "plan_year", "expected": "\(thisYear) / \(thisYear + 1)"])
        }
        let lineage = try context.officer.requireOwnOrBelow(agencyCode, on: connection)
        try refusePlanned(lineage, on: connection)
        let seed = try seed ?? Self.seed(year: planYear, agencyCode: agencyCode, from: context.identityKey)
        let planID = try connection.value("select nextval('ops.register_id')", as: Int64.self)
        try connection.execute(draw(planID, seed: seed, in: context))
        return ActOutcome(answer: try answer(planID, seed: seed, on: connection))
    }

    /// A seed that nobody without the key can foretell and nobody with it can choose.
    static func seed(year: Int64, agencyCode: String, from key: IdentityKey) throws -> String {
        String(try key.digest(ofRequest: "plan-seed:\(year):\(agencyCode)").hex.prefix(32))
    }

    /// Neither the agency nor one above it may have a plan of the year, which would cover it.
    private func refusePlanned(_ lineage: [String], on connection: isolated Connection) throws {
        let planned = try connection.values(
            """
            select p.agency_code
            from supervision.plan as p
            where p.plan_year = \(planYear)::integer and p.agency_code = any (\(lineage))
            order by array_position(\(lineage), p.agency_code)
            """,
            as: String.self
        ).first
        if let planned { throw Refusal(.planDrawn, ["year": String(planYear), "agency": planned]) }
    }

    /// The plan, its population and its lines in one statement, so that the grades are found once.
    private func draw(_ planID: Int64, seed: String, in context: ActContext) -> Statement {
        """
        with share as materialized (
            select
                coalesce(\(shareA)::integer, law.parameter_value('plan-share-a-percent', \(context.on))) as of_a,
                coalesce(\(shareB)::integer, law.parameter_value('plan-share-b-percent', \(context.on))) as of_b
        ),
        candidate as materialized (
            select c.subject_id, c.credit_code, c.grade, c.reason_code, c.inspections_per_year, c.evidence_ids
            from supervision.plan_candidate(\(planYear)::integer, \(agencyCode), \(context.on)) as c
        ),
        drawable as materialized (
            select c.subject_id, c.credit_code, c.grade, c.inspections_per_year,
                row_number() over (partition by c.grade order by supervision.draw_key(\(seed), c.credit_code) collate "C") as draw_no,
                count(*) over (partition by c.grade) * case c.grade when 'A' then share.of_a else share.of_b end as hundredths
            from candidate as c
            cross join share
            where c.reason_code is null and c.credit_code is not null
        ),
        plan as (
            insert into supervision.plan (plan_id, plan_year, agency_code, drawn_on, seed, share_a_percent, share_b_percent,
                population_count, population_sha256, act_id, known_at)
            select \(planID), \(planYear)::integer, \(agencyCode), \(context.on), \(seed), share.of_a, share.of_b,
                (select count(*) from drawable),
                (select sha256(convert_to(coalesce(string_agg(d.credit_code, chr(10) order by d.credit_code collate "C"), ''), 'UTF8'))
                    from drawable as d),
                \(context.actID), now()
            from share
        ),
        population as (
            insert into supervision.plan_population (subject_id, plan_id, credit_code, grade)
            select d.subject_id, \(planID), d.credit_code, d.grade from drawable as d
        )
        insert into supervision.plan_line (subject_id, plan_id, plan_year, reason_code, grade, inspections_per_year, draw_no, evidence_ids)
        select c.subject_id, \(planID), \(planYear)::integer, c.reason_code, c.grade, c.inspections_per_year, null, c.evidence_ids
        from candidate as c
        where c.reason_code is not null
        union all
        select d.subject_id, \(planID), \(planYear)::integer, case d.grade when 'A' then 'spot_check' else 'drawn' end, d.grade, d.inspections_per_year,
            d.draw_no, '{}'
        from drawable as d
        where d.draw_no <= (d.hundredths + 99) / 100
        """
    }

    private func answer(_ planID: Int64, seed: String, on connection: isolated Connection) throws -> [String: JSONValue]
    {
        let (population, digest) = try connection.row(
            "select p.population_count, p.population_sha256 from supervision.plan as p where p.plan_id = \(planID)",
            as: (Int32, [UInt8]).self)
        let (must, key, industry, drawn, spotChecks) = try connection.row(
            """
            select count(*) filter (where l.reason_code = 'must'), count(*) filter (where l.reason_code = 'key'),
                count(*) filter (where l.reason_code = 'industry'),
                count(*) filter (where l.reason_code = 'drawn'), count(*) filter (where l.reason_code = 'spot_check')
            from supervision.plan_line as l
            where l.plan_id = \(planID)
            """,
            as: (Int64, Int64, Int64, Int64, Int64).self)
        return [
            "plan_id": .integer(planID), "plan_year": .integer(planYear), "agency_code": .string(agencyCode),
            "seed": .string(seed), "population_count": .integer(Int64(population)),
            "population_sha256": .string(Digest(bytes: digest).hex), "must_count": .integer(must),
            "key_count": .integer(key), "industry_count": .integer(industry), "drawn_count": .integer(drawn),
            "spot_check_count": .integer(spotChecks),
        ]
    }
}
