import PQ

extension DocumentFacts {
    static let order = "《安全生产严重失信主体名单管理办法》（应急管理部令第11号）"
    static let plan = "《随州市应急管理部门安全生产信用分级分类监管工作方案》"

    /// The subject of the matter, as it is known now.
    mutating func putParty(_ subjectID: Int64, _ connection: isolated Connection) throws {
        let (kind, name, address, code, masked) = try connection.row(
            """
            select s.kind, s.name, s.registered_address, i.value, p.masked_number
            from register.subject as s
            left join register.subject_identifier as i on i.subject_id = s.subject_id and i.scheme = 'credit_code'
            left join register.person as p on p.subject_id = s.subject_id
            where s.subject_id = \(subjectID)
            """,
            as: (String, String, String?, String?, String?).self
        )
        put("subject_name", name)
        put("addressees", name)
        put("you", kind == "person" ? "你" : "你单位")
        put("credit_code", code)
        put("masked_number", masked)
        put("registered_address", kind == "person" ? nil : address)
    }

    /// The agency, and the government that reviews its decisions (Review Law Art. 24).
    mutating func putAgency(_ agencyCode: String, _ connection: isolated Connection) throws {
        let (name, government) = try connection.row(
            """
            with recursive line (name, parent_code, division_code, distance) as (
                select a.name, a.parent_code, a.division_code, 0 from ops.agency as a where a.agency_code = \(agencyCode)
                union all
                select a.name, a.parent_code, a.division_code, line.distance + 1
                from line join ops.agency as a on a.agency_code = line.parent_code
            )
            select
                (select line.name from line where line.distance = 0),
                (
                    select regexp_replace(line.name, '应急管理[局厅]$', '人民政府')
                    from line
                    where line.division_code is not null and line.name ~ '应急管理[局厅]$'
                    order by line.distance
                    limit 1
                )
            """,
            as: (String, String?).self
        )
        put("agency_name", name)
        put("review_authority", government ?? "本级人民政府")
        put("plan_basis", Self.plan)
    }

    /// Whom a listing decision names.
    mutating func putListed(_ matter: DocumentMatter, _ connection: isolated Connection) throws {
        let caseID = matter.owner.caseID
        let listed = try connection.rows(
            """
            select s.name, p.masked_number, r.role_code, m.period_months::integer, m.period_basis, m.membership_id
            from lists.membership as m
            join register.subject as s on s.subject_id = m.subject_id
            left join register.person as p on p.subject_id = m.subject_id
            left join lateral (
                select r.role_code
                from register.responsibility as r
                where r.subject_id = m.unit_id and r.person_id = m.subject_id
                order by r.role_code
                limit 1
            ) as r on true
            where (m.subject_id = \(matter.subjectID) or m.unit_id = \(matter.subjectID)) and m.case_id = \(caseID)
                and m.restores_membership_id is null
            order by m.unit_id is not null, m.membership_id
            """,
            as: (String, String?, String?, Int32, String?, Int64).self
        )
        let unitName = members["subject_name"]?.text
        put("unit_is_listed", listed.contains { $0.1 == nil })
        put("addressees", listed.map(\.0).joined(separator: "、"))
        put("listed_names", listed.map(\.0).joined(separator: "、"))
        put(
            "persons",
            listed.filter { $0.1 != nil }.map {
                DocumentFacts([
                    "name": $0.0, "masked_number": $0.1, "unit_name": unitName,
                    "role": ($0.2.flatMap(PersonRole.init) ?? .responsible).name(in: .chinese),
                ])
            })
        put("period", Self.months(listed.first?.3))
        put("period_basis", clause: listed.first?.4)
        try putRemovalFrom(listed.first?.5, connection)
    }
}
