import PQ

extension DocumentFacts {
    /// The penalty the case is about.
    mutating func putPenalty(_ matter: DocumentMatter, _ connection: isolated Connection) throws {
        let penalty = try connection.firstRow(
            """
            select p.decision_number, p.decided_on, p.agency_name, p.illegal_act, p.content, p.kinds, p.fine_fen
            from records.penalty as p
            where p.subject_id = \(matter.subjectID) and p.record_id = \(matter.recordID)
            order by p.version_no desc
            limit 1
            """,
            as: (String, CivilDate, String, String?, String?, [String], Int64?).self
        )
        guard let penalty else {
            throw Refusal(.unknownRecord, ["record": matter.recordID.map(String.init) ?? "?"])
        }
        put("penalty_number", penalty.0)
        put("record_number", penalty.0)
        put("penalty_decided_on", penalty.1)
        put("penalty_agency", penalty.2)
        put("illegal_act", clause: penalty.3)
        let kinds = penalty.5.map { kind in kind == "罚款" ? kind + (penalty.6.map(Self.yuan) ?? "") : kind }
        put("penalty_text", clause: penalty.4 ?? kinds.joined(separator: "、"))
    }

    /// The membership a document is about.
    mutating func putMembership(_ membershipID: Int64?, _ connection: isolated Connection) throws {
        let membership = try connection.firstRow(
            """
            select m.subject_id, m.list_code, m.decision_number, m.listed_on, m.period_months::integer, l.last_day
            from lists.membership as m
            join lists.membership_by_law('infinity') as l
                on l.subject_id = m.subject_id and l.membership_id = m.membership_id
            where m.membership_id = \(membershipID)
            """,
            as: (Int64, ListCode, String, CivilDate, Int32, CivilDate?).self
        )
        guard let (subjectID, list, number, listedOn, months, lastDay) = membership else {
            throw Refusal(.unknownMembership, ["membership": membershipID.map(String.init) ?? "?"])
        }
        let isSerious = list == .serious
        try putParty(subjectID, connection)
        put("is_serious", isSerious)
        put("list_name", isSerious ? "安全生产严重失信主体名单" : "“被行政处理”信用主体名单")
        put("listing_number", number)
        put("listed_on", listedOn)
        put("period", Self.months(months))
        put("last_day_on", lastDay)
        put("removal_basis", isSerious ? Self.order + "和" + Self.plan + "第五部分" : Self.plan + "第五部分")
        try putRemovalFrom(membershipID, connection)
    }

    /// After how many months and from which day on early removal can be applied for (RD-33).
    mutating func putRemovalFrom(_ membershipID: Int64?, _ connection: isolated Connection) throws {
        let removal = try connection.firstRow(
            """
            select removal.months, (m.listed_on + removal.term)::date
            from lists.membership as m
            join law.removal_term() as removal on removal.governs @> m.listed_on
            where m.membership_id = \(membershipID)
            """,
            as: (Int32, CivilDate).self)
        put("removal_months", removal?.0)
        put("removal_from_on", removal?.1)
    }

    /// 1 yuan is 100 fen; fen are told only where there are some.
    private static func yuan(_ fen: Int64) -> String {
        fen % 100 == 0 ? "\(fen / 100)元" : "\(fen / 100).\(fen % 100 < 10 ? "0" : "")\(fen % 100)元"
    }
}
