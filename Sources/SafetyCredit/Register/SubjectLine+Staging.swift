public import PQ

extension SubjectLine: StagedLine {
    public static let stagingTable = "staged_subject"

    public static let stagedColumns: [(name: String, type: String)] = [
        ("row_no", "bigint not null"), ("name", "text not null"), ("credit_code", "text not null"),
        ("kind", "text not null"),
        ("reporting_unit", "text"), ("industry_code", "text"), ("enterprise_type", "text"), ("business_scope", "text"),
        ("registered_address", "text"), ("legal_representative", "text"), ("registered_on", "date"),
    ]

    public static let derivedColumns: [(name: String, type: String)] = [
        ("subject_id", "bigint"), ("reporting_unit_code", "text"), ("is_new", "boolean"), ("act_id", "bigint"),
        ("officer_code", "text"),
    ]

    public func encode(to encoder: inout CopyEncoder) {
        encoder.write(Int64(rowNumber))
        encoder.write(name)
        encoder.write(creditCode.text)
        encoder.write(kind.rawValue)
        encoder.write(reportingUnit)
        encoder.write(industryCode)
        encoder.write(enterpriseType)
        encoder.write(businessScope)
        encoder.write(registeredAddress)
        encoder.write(legalRepresentative)
        encoder.write(registeredOn)
    }

    public static func rules(_ context: ImportContext) -> [StagingRule] {
        [
            StagingRule(
                Column.creditCode.titles, { .repeatsRow(Int($0)) },
                where: """
                    select s.row_no, f.first_row
                    from staged_subject as s
                    join (
                        select d.credit_code, min(d.row_no) as first_row
                        from staged_subject as d
                        group by d.credit_code
                        having count(*) > 1
                    ) as f on f.credit_code = s.credit_code and f.first_row < s.row_no
                    """),
            StagingRule(
                Column.reportingUnit.titles, { _ in .unknownReportingUnit },
                where: """
                    select s.row_no, 0::bigint
                    from staged_subject as s
                    where s.reporting_unit is not null
                        and not exists (
                            select from ops.reporting_unit as u
                            where s.reporting_unit in (u.reporting_unit_code, u.name)
                        )
                    """),
        ]
    }

    public static func store(_ context: ImportContext, on connection: isolated Connection) throws -> ImportCounts {
        try resolve(on: connection)
        let changed = try markChanged(on: connection)
        let new = try connection.execute(
            """
            update staged_subject as s
            set subject_id = nextval('ops.register_id'), act_id = nextval('ops.register_id'), is_new = true
            where s.subject_id is null
            """
        )
        let total = try connection.value("select count(*) from staged_subject", as: Int64.self)
        try write(on: connection)
        try ImportActs.write(
            "register-subject", from: stagingTable, without: derivedColumns.map(\.name), context, on: connection)
        return ImportCounts(new: new, changed: changed, unchanged: Int(total) - new - changed)
    }

    /// Finds the subjects that hold the codes already, and the reporting unit: as given, else by the division in the code, else the city.
    private static func resolve(on connection: isolated Connection) throws {
        try connection.execute(
            """
            update staged_subject as s
            set subject_id = c.subject_id
            from register.identifier_claim as c
            where c.value = s.credit_code and c.scheme = 'credit_code'
            """
        )
        try connection.execute(
            """
            update staged_subject as s
            set reporting_unit_code = coalesce(given.reporting_unit_code, known.reporting_unit_code,
                by_division.reporting_unit_code, city.reporting_unit_code)
            from staged_subject as t
            left join ops.reporting_unit as given on t.reporting_unit in (given.reporting_unit_code, given.name)
            left join register.subject as known on known.subject_id = t.subject_id
            left join ops.reporting_unit as by_division on by_division.division_code = substr(t.credit_code, 3, 6)
            cross join (
                select u.reporting_unit_code from ops.reporting_unit as u order by u.sort_order limit 1
            ) as city
            where t.row_no = s.row_no
            """
        )
    }

    /// Gives an act to each known subject whose row says something new; an empty cell says nothing.
    private static func markChanged(on connection: isolated Connection) throws -> Int {
        try connection.execute(
            """
            update staged_subject as s
            set act_id = nextval('ops.register_id'), is_new = false
            from register.subject as k
            where k.subject_id = s.subject_id
                and (s.name, s.kind, s.reporting_unit_code, coalesce(s.industry_code, k.industry_code),
                    coalesce(s.enterprise_type, k.enterprise_type), coalesce(s.business_scope, k.business_scope),
                    coalesce(s.registered_address, k.registered_address),
                    coalesce(s.legal_representative, k.legal_representative), coalesce(s.registered_on, k.registered_on))
                is distinct from
                (k.name, k.kind, k.reporting_unit_code, k.industry_code, k.enterprise_type, k.business_scope,
                    k.registered_address, k.legal_representative, k.registered_on)
            """
        )
    }

    private static func write(on connection: isolated Connection) throws {
        try connection.execute(
            """
            insert into register.subject as k (subject_id, kind, name, reporting_unit_code, industry_code, enterprise_type,
                business_scope, registered_address, legal_representative, registered_on, version_no, act_id, known_at)
            select s.subject_id, s.kind, s.name, s.reporting_unit_code, s.industry_code, s.enterprise_type, s.business_scope,
                s.registered_address, s.legal_representative, s.registered_on, 1, s.act_id, now()
            from staged_subject as s
            where s.act_id is not null
            on conflict (subject_id) do update set
                kind = excluded.kind, name = excluded.name, reporting_unit_code = excluded.reporting_unit_code,
                industry_code = coalesce(excluded.industry_code, k.industry_code),
                enterprise_type = coalesce(excluded.enterprise_type, k.enterprise_type),
                business_scope = coalesce(excluded.business_scope, k.business_scope),
                registered_address = coalesce(excluded.registered_address, k.registered_address),
                legal_representative = coalesce(excluded.legal_representative, k.legal_representative),
                registered_on = coalesce(excluded.registered_on, k.registered_on),
                version_no = k.version_no + 1, act_id = excluded.act_id, known_at = excluded.known_at
            """
        )
        try Subject.keepVersions(of: "select s.act_id from staged_subject as s", on: connection)
        try connection.execute(
            """
            with claimed as (
                insert into register.identifier_claim (value, scheme, subject_id)
                select s.credit_code, 'credit_code', s.subject_id from staged_subject as s where s.is_new
            )
            insert into register.subject_identifier (subject_id, scheme, value, is_vouched)
            select s.subject_id, 'credit_code', s.credit_code, v.code is not null
            from staged_subject as s
            left join intake.vouched_code as v on v.code = s.credit_code
            where s.is_new
            """
        )
    }
}
