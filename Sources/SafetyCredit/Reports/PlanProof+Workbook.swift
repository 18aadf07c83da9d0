import PQ

extension PlanProof {
    /// Reads an exported plan back, without any database: what a third party holds in hands.
    ///
    /// The units drawn are taken from the plan itself, not from any mark in the population.
    /// - Throws: `PlanError.notAPlan`; `TableFileError`.
    public static func read(path: String) throws -> PlanProof {
        let facts = try facts(path: path)
        func fact(_ title: String) throws -> String {
            guard let fact = facts[title] else { throw PlanError.notAPlan(path: path, missing: title) }
            return fact
        }
        func number(_ title: String) throws -> Int {
            guard let number = Int(try fact(title)) else { throw PlanError.notAPlan(path: path, missing: title) }
            return number
        }
        guard let drawnOn = CivilDate(iso: try fact(YearlyPlan.Titles.drawnOn)) else {
            throw PlanError.notAPlan(path: path, missing: YearlyPlan.Titles.drawnOn)
        }
        let population = try columns(
            YearlyPlan.Titles.population, of: YearlyPlan.Titles.populationSheet, path: path, isEmptyAllowed: true)
        let lines = try columns(
            ["统一社会信用代码", "检查方式"], of: YearlyPlan.Titles.planSheet, path: path, isEmptyAllowed: true)
        return PlanProof(
            planYear: try number(YearlyPlan.Titles.year), agencyCode: try fact(YearlyPlan.Titles.agency),
            drawnOn: drawnOn, seed: try fact(YearlyPlan.Titles.seed),
            shareA: try number(YearlyPlan.Titles.shareA), shareB: try number(YearlyPlan.Titles.shareB),
            populationSHA256: try fact(YearlyPlan.Titles.digest),
            population: Dictionary(population.map { ($0[0], $0[1]) }) { first, _ in first },
            drawn: Set(lines.filter { YearlyPlan.Titles.drawnWays.contains($0[1]) }.map { $0[0] }))
    }

    private static func facts(path: String) throws -> [String: String] {
        let rows = try columns(
            YearlyPlan.Titles.proof, of: YearlyPlan.Titles.proofSheet, path: path, isEmptyAllowed: false)
        return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    /// The named columns of a sheet, row by row.
    private static func columns(
        _ titles: [String], of sheet: String, path: String, isEmptyAllowed: Bool
    ) throws -> [[String]] {
        let table: Table
        do {
            table = try TableFile.read(path, options: TableReadOptions(knownTitles: titles, sheet: sheet))
        } catch {
            if error == .headerOnly, isEmptyAllowed { return [] }
            guard case .noSuchSheet = error else { throw error }
            throw PlanError.notAPlan(path: path, missing: sheet)
        }
        var places: [Int] = []
        for title in titles {
            guard let place = table.header.firstIndex(of: title) else {
                throw PlanError.notAPlan(path: path, missing: title)
            }
            places.append(place)
        }
        return table.rows.map { row in places.map { row.cells[$0].shown } }
    }
}
