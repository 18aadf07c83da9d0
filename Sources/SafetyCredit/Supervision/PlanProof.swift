public import PQ

/// What was published about a random draw, by which anyone can repeat it.
public struct PlanProof: Sendable, Hashable {
    public let planYear: Int
    public let agencyCode: String
    public let drawnOn: CivilDate
    public let seed: String
    public let shareA: Int
    public let shareB: Int
    public let populationSHA256: String
    /// Grade by credit code of every unit drawn from.
    public let population: [String: String]
    /// Credit codes that the plan says were drawn.
    public let drawn: Set<String>

    /// What repeating the draw shows.
    public struct Verdict: Sendable, Hashable {
        /// The digest of the population found.
        public let populationSHA256: String
        public let populationFits: Bool
        /// Drawn by the rule, but not in the plan.
        public let missing: [String]
        /// In the plan, but not drawn by the rule.
        public let surplus: [String]

        public var holds: Bool { populationFits && missing.isEmpty && surplus.isEmpty }
    }

    /// Repeats the draw.
    public func verify() -> Verdict {
        var expected: Set<String> = []
        for (grade, percent) in [("A", shareA), ("B", shareB)] {
            let codes = population.filter { $0.value == grade }.map(\.key)
            expected.formUnion(RandomDraw.drawn(from: codes, seed: seed, percent: percent))
        }
        let digest = RandomDraw.digest(ofPopulation: population.keys).hex
        return Verdict(
            populationSHA256: digest, populationFits: digest == populationSHA256,
            missing: expected.subtracting(drawn).sorted(), surplus: drawn.subtracting(expected).sorted())
    }

    /// What is kept of a plan's draw.
    ///
    /// - Throws: `PlanError.noPlan`; `PQError`.
    public static func of(
        year: Int, agencyCode: String, on connection: isolated Connection
    ) throws -> PlanProof {
        let plan = try connection.firstRow(
            """
            select p.plan_id, p.drawn_on, p.seed, p.share_a_percent, p.share_b_percent, encode(p.population_sha256, 'hex')
            from supervision.plan as p
            where p.plan_year = \(year)::integer and p.agency_code = \(agencyCode)
            """,
            as: (Int64, CivilDate, String, Int16, Int16, String).self
        )
        guard let plan else { throw PlanError.noPlan(year: year, agencyCode: agencyCode) }
        let population = try connection.rows(
            """
            select n.credit_code, n.grade::text, l.subject_id is not null
            from supervision.plan_population as n
            left join supervision.plan_line as l on l.subject_id = n.subject_id and l.plan_id = n.plan_id
            where n.plan_id = \(plan.0)
            """,
            as: (String, String, Bool).self
        )
        return PlanProof(
            planYear: year, agencyCode: agencyCode, drawnOn: plan.1, seed: plan.2, shareA: Int(plan.3),
            shareB: Int(plan.4), populationSHA256: plan.5,
            population: Dictionary(population.map { ($0.0, $0.1) }) { first, _ in first },
            drawn: Set(population.filter(\.2).map(\.0)))
    }
}
