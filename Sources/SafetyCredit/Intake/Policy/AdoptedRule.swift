public import PQ

/// An answer to a reading or a number of the law, in force on a day or to come.
public struct AdoptedRule: Sendable {
    public let kind: PolicyRule.Kind
    public let code: String
    /// The option of an answer, or the number.
    public let value: String
    public let unit: ParameterUnit?
    /// nil for an answer that applies because no other was adopted.
    public let validFrom: CivilDate?
    /// nil while nothing is to follow.
    public let lastDay: CivilDate?
    /// The question or the name of the number, and what the value says.
    public let question: String
    public let meaning: String
    /// The document or article it comes from; nil for an answer that nobody had to adopt.
    public let basis: String?

    /// Those that are not over on the day, in the order of their codes and then of time.
    public static func all(
        from day: CivilDate, in language: Language, on connection: isolated Connection
    ) throws -> [AdoptedRule] {
        // Raises where no rule of the plan is in force yet, instead of guessing.
        try connection.execute("select law.rule_set_on(\(day))")
        let isChinese = language == .chinese
        return try connection.rows(
            """
            with answer as (
                select p.reading_code, p.valid_from, p.option_code, p.decided_by from law.policy as p
                union all
                select o.reading_code, null, o.option_code, null from law.reading_option as o where o.is_default
            ),
            rule as (
                select 'policy' as kind, a.reading_code as code, a.option_code as value, null as unit, a.valid_from,
                    lead(a.valid_from) over (partition by a.reading_code order by a.valid_from nulls first) - 1 as last_day,
                    case when \(isChinese) then r.question_zh else r.question end as question,
                    case when \(isChinese) then o.text_zh else o.text_en end as meaning, a.decided_by as basis
                from answer as a
                join law.reading as r on r.reading_code = a.reading_code
                join law.reading_option as o on o.reading_code = a.reading_code and o.option_code = a.option_code
                union all
                select 'parameter', p.parameter_code, p.value::text, p.unit, p.valid_from,
                    lead(p.valid_from) over (partition by p.parameter_code order by p.valid_from) - 1,
                    case when \(isChinese) then coalesce(n.name_zh, p.parameter_code) else p.parameter_code end,
                    coalesce(p.note, ''), p.article
                from law.parameter as p
                left join law.parameter_name as n on n.parameter_code = p.parameter_code
            )
            select r.kind, r.code, r.value, r.unit, r.valid_from, r.last_day, r.question, r.meaning, r.basis
            from rule as r
            where r.last_day is null or r.last_day >= \(day)
            order by r.kind desc, r.code, r.valid_from nulls first
            """)
    }
}

extension AdoptedRule: Row {
    public static var columns: [Column] {
        [
            Column("kind", PolicyRule.Kind.self), Column("code", String.self), Column("value", String.self),
            Column("unit", ParameterUnit?.self), Column("valid_from", CivilDate?.self),
            Column("last_day", CivilDate?.self), Column("question", String.self), Column("meaning", String.self),
            Column("basis", String?.self),
        ]
    }

    public init(decoding row: inout RowDecoder) throws(PQError) {
        self.init(
            kind: try row.next(), code: try row.next(), value: try row.next(), unit: try row.next(),
            validFrom: try row.next(), lastDay: try row.next(), question: try row.next(), meaning: try row.next(),
            basis: try row.next())
    }
}
