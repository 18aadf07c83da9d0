import PQ

extension DocumentFacts {
    /// 3年 for 36.
    static func months(_ count: Int32?) -> String? {
        count.map { $0 % 12 == 0 ? "\($0 / 12)年" : "\($0)个月" }
    }

    /// The numbers of the law on the day.
    mutating func putTerms(on day: CivilDate, _ connection: isolated Connection) throws {
        let terms = [
            "objection_days": "objection-working-days", "acceptance_days": "removal-acceptance-working-days",
            "decision_days": "removal-decision-working-days", "defence_days": "defence-working-days",
        ]
        for (name, code) in terms {
            put(name, try connection.value("select law.parameter_value(\(code), \(day))", as: Int32.self))
        }
        let longest = try connection.value("select law.parameter_value('management-months', \(day))", as: Int32.self)
        put("longest_period", Self.months(longest))
    }

    /// The clause of a listing and whom it may name.
    mutating func putGround(_ clauseCode: String?, _ connection: isolated Connection) throws {
        let clause = try connection.firstRow(
            "select c.article, c.text_zh, c.target from law.clause as c where c.clause_code = \(clauseCode)",
            as: (String, String, String?).self
        )
        guard let (article, text, target) = clause else { throw Refusal(.unknownClause, ["clause": clauseCode ?? "?"]) }
        // The article of the plan stands first, that of the order behind it.
        put("ground_basis", Self.order + (article.split(separator: "；").last ?? ""))
        put("ground_text", clause: text)
        put("listed_whom", Self.whom(of: target))
    }

    /// Whom a clause lists, as said to the unit.
    private static func whom(of target: String?) -> String {
        switch target {
        case "principal": "你单位主要负责人"
        case "unit and principal": "你单位及主要负责人"
        case "unit and responsible persons": "你单位及有关责任人员"
        case "unit and persons found responsible": "你单位及主要负责人、经调查认定负有责任的人员"
        default: "你单位"
        }
    }

    /// Measures of the serious list on the day.
    mutating func putMeasures(on day: CivilDate, _ connection: isolated Connection) throws {
        let texts = try connection.values(
            """
            select newest.text_zh
            from (
                select distinct on (m.measure_no) m.measure_no, m.text_zh
                from supervision.measure as m
                where m.grade = 'D' and m.valid_from <= \(day)
                order by m.measure_no, m.valid_from desc
            ) as newest
            order by newest.measure_no
            """,
            as: String.self
        )
        let ordinals = Array("一二三四五六七八九十")
        put(
            "measures",
            texts.enumerated().map { index, text in
                let ordinal = index < ordinals.count ? String(ordinals[index]) : "\(index + 1)"
                return DocumentFacts(["ordinal": "（\(ordinal)）", "text": text])
            })
    }
}
