import PQ

extension PolicyRule {
    /// Refuses rules that cannot be written together.
    ///
    /// - Parameter earliest: the day before which none may begin; nil where any day may be asked about.
    /// - Throws: `PolicyFaults` with every faulty rule; `PQError`.
    static func check(
        _ rules: [PolicyRule], notBefore earliest: CivilDate? = nil, on connection: isolated Connection
    ) throws {
        let options = Dictionary(
            grouping: try connection.rows(
                """
                select o.reading_code, o.option_code
                from law.reading_option as o
                join law.reading as r on r.reading_code = o.reading_code and r.is_policy
                """,
                as: (String, String).self), by: \.0
        ).mapValues { Set($0.map(\.1)) }
        let known = try connection.rows(
            """
            select p.parameter_code, p.unit, coalesce(n.at_least, 0), coalesce(n.at_most, 2147483647)
            from law.parameter as p
            left join law.parameter_name as n on n.parameter_code = p.parameter_code
            """,
            as: (String, ParameterUnit, Int32, Int32).self)
        let numbers = Dictionary(known.map { ($0.0, (unit: $0.1, bounds: $0.2...$0.3)) }) { first, _ in first }
        var taken = Set(
            try connection.rows(
                """
                select p.reading_code, p.valid_from from law.policy as p
                union all
                select p.parameter_code, p.valid_from from law.parameter as p
                """,
                as: (String, CivilDate).self
            ).map { "\($0.0) \($0.1)" })
        let faults = rules.compactMap { rule -> PolicyFault? in
            let isFirst = taken.insert("\(rule.code) \(rule.validFrom)").inserted
            let reason: PolicyFault.Reason? =
                switch rule.kind {
                case .policy where options[rule.code] == nil: .unknownReading
                case .policy where options[rule.code]?.contains(rule.value) != true: .unknownOption
                case .parameter where numbers[rule.code] == nil: .unknownParameter
                case .parameter where Int32(rule.value).map({ $0 < 0 }) ?? true: .noNumber
                case .parameter where rule.unit.map({ $0 != numbers[rule.code]?.unit }) ?? false: .otherUnit
                case .parameter where Int32(rule.value).map({ numbers[rule.code]?.bounds.contains($0) }) == false:
                    .outOfBounds
                case _ where earliest.map({ rule.validFrom < $0 }) ?? false: .reachesBack
                case _ where !isFirst: .overlaps
                default: nil
                }
            return reason.map { PolicyFault(rowNumber: rule.rowNumber, code: rule.code, reason: $0) }
        }
        guard faults.isEmpty else { throw PolicyFaults(faults: faults) }
    }

    /// Writes rules that were checked; each ends what was in force for its code the day before it begins.
    ///
    /// - Parameter document: what they are adopted by.
    /// - Throws: `PolicyFaults` with those that another act has adopted since they were checked; `PQError`.
    static func write(_ rules: [PolicyRule], decidedBy document: String, on connection: isolated Connection) throws {
        let (policies, parameters) = (rules.filter { $0.kind == .policy }, rules.filter { $0.kind == .parameter })
        let written = Set(
            try connection.rows(
                """
                with policy as (
                    insert into law.policy (reading_code, valid_from, option_code, decided_by)
                    select r.code, r.valid_from, r.value, \(document)
                    from unnest(\(policies.map(\.code)), \(policies.map(\.validFrom)), \(policies.map(\.value))) as r (code, valid_from, value)
                    on conflict do nothing
                    returning reading_code, valid_from
                ),
                parameter as (
                    insert into law.parameter (parameter_code, valid_from, value, unit, article, is_verified)
                    select r.code, r.valid_from, r.value::integer,
                        (select min(p.unit) from law.parameter as p where p.parameter_code = r.code), \(document), true
                    from unnest(\(parameters.map(\.code)), \(parameters.map(\.validFrom)), \(parameters.map(\.value))) as r (code, valid_from, value)
                    on conflict do nothing
                    returning parameter_code, valid_from
                )
                select p.reading_code, p.valid_from from policy as p
                union all
                select p.parameter_code, p.valid_from from parameter as p
                """,
                as: (String, CivilDate).self
            ).map { "\($0.0) \($0.1)" })
        let faults = rules.filter { !written.contains("\($0.code) \($0.validFrom)") }
            .map { PolicyFault(rowNumber: $0.rowNumber, code: $0.code, reason: .overlaps) }
        guard faults.isEmpty else { throw PolicyFaults(faults: faults) }
    }
}
