import PQ

/// A staged line that becomes the first version of a record of one unit.
///
/// The natural key of a record is claimed once in the register: the same line again changes nothing, and a line with the same key but other
/// content is refused, because a correction is an act of its own.
protocol RecordLine: StagedLine {
    /// Scheme of the natural key in `records.record_claim`, and the records' table.
    static var scheme: String { get }
    /// Name of the act each new record is.
    static var act: String { get }
    static var keyColumn: ColumnTitles { get }
    static var creditCodeColumn: ColumnTitles { get }
    static var officerColumn: ColumnTitles { get }
    /// Rules of this kind beyond those of every record.
    static var ownRules: [StagingRule] { get }
    /// Row numbers whose record is known with other content; selects two bigint columns, joined through `records.record_claim`.
    static var differing: Statement { get }
    /// Inserts the staged rows that have an act as records.
    static func insertion(_ context: ImportContext) -> Statement
}

extension RecordLine {
    /// Columns every staged record has; `claim_value` is its natural key.
    static var commonColumns: [(name: String, type: String)] {
        [
            ("row_no", "bigint not null"), ("credit_code", "text not null"), ("claim_value", "text not null"),
            ("officer_code", "text"), ("subject_name", "text"),
        ]
    }

    public static var derivedColumns: [(name: String, type: String)] {
        [("subject_id", "bigint"), ("record_id", "bigint"), ("act_id", "bigint")]
    }

    public static func rules(_ context: ImportContext) -> [StagingRule] {
        [
            StagingRule(
                creditCodeColumn, { _ in .unknownSubject },
                where: """
                    select s.row_no, 0::bigint
                    from \(identifier: stagingTable) as s
                    where not exists (
                        select from register.identifier_claim as c
                        where c.value = s.credit_code and c.scheme = 'credit_code'
                    )
                    """),
            StagingRule(
                officerColumn, { _ in .unknownOfficer },
                where: """
                    select s.row_no, 0::bigint
                    from \(identifier: stagingTable) as s
                    where s.officer_code is not null
                        and not exists (
                            select from ops.role_in_force as r
                            where r.officer_code = s.officer_code and r.role_code = 'recorder'
                        )
                    """),
            StagingRule(
                keyColumn, { .repeatsRow(Int($0)) },
                where: """
                    select s.row_no, f.first_row
                    from \(identifier: stagingTable) as s
                    join (
                        select d.claim_value, min(d.row_no) as first_row
                        from \(identifier: stagingTable) as d
                        group by d.claim_value
                        having count(*) > 1
                    ) as f on f.claim_value = s.claim_value and f.first_row < s.row_no
                    """),
            StagingRule(
                keyColumn, { _ in .alreadyRegistered },
                where: """
                    select s.row_no, 0::bigint
                    from \(identifier: stagingTable) as s
                    join records.record_claim as k on k.value = s.claim_value and k.scheme = \(scheme)
                    join register.identifier_claim as c on c.value = s.credit_code and c.scheme = 'credit_code'
                    where k.subject_id <> c.subject_id
                    """),
            StagingRule(keyColumn, { _ in .recordDiffers }, where: differing),
        ] + ownRules
    }

    public static func store(_ context: ImportContext, on connection: isolated Connection) throws -> ImportCounts {
        try connection.execute(
            """
            update \(identifier: stagingTable) as s
            set subject_id = c.subject_id, record_id = k.record_id
            from register.identifier_claim as c, \(identifier: stagingTable) as t
            left join records.record_claim as k on k.value = t.claim_value and k.scheme = \(scheme)
            where t.row_no = s.row_no and c.value = s.credit_code and c.scheme = 'credit_code'
            """
        )
        let total = try connection.value("select count(*) from \(identifier: stagingTable)", as: Int64.self)
        let new = try connection.execute(
            """
            update \(identifier: stagingTable) as s
            set record_id = nextval('ops.register_id'), act_id = nextval('ops.register_id')
            where s.record_id is null
            """
        )
        try connection.execute(
            """
            insert into records.record_claim (value, scheme, subject_id, record_id)
            select s.claim_value, \(scheme), s.subject_id, s.record_id
            from \(identifier: stagingTable) as s
            where s.act_id is not null
            """
        )
        try connection.execute(insertion(context))
        try ImportActs.write(
            act, from: stagingTable, without: derivedColumns.map(\.name) + ["claim_value", "subject_name"], context,
            on: connection)
        return ImportCounts(
            new: new, changed: 0, unchanged: Int(total) - new, withdrawnRows: try withdrawnRows(on: connection),
            otherNameRows: try otherNameRows(on: connection))
    }

    /// New rows whose unit never bore the name they give: in a sheet of which one column was sorted every code is another's.
    ///
    /// Names count as one whatever their width, blanks and brackets.
    private static func otherNameRows(on connection: isolated Connection) throws -> [Int64] {
        try connection.values(
            """
            select s.row_no
            from \(identifier: stagingTable) as s
            where s.act_id is not null and s.subject_name is not null
                and not exists (
                    select from register.subject_version as v
                    where v.subject_id = s.subject_id
                        and regexp_replace(lower(normalize(v.name, nfkc)), '[\\s()\u{200B}]', '', 'g')
                            = regexp_replace(lower(normalize(s.subject_name, nfkc)), '[\\s()\u{200B}]', '', 'g')
                )
            order by s.row_no
            """, as: Int64.self)
    }

    private static func withdrawnRows(on connection: isolated Connection) throws -> [Int64] {
        try connection.values(
            """
            select s.row_no
            from \(identifier: stagingTable) as s
            join records.\(identifier: "\(scheme)_as_known")('infinity') as r on r.subject_id = s.subject_id and r.record_id = s.record_id
            where s.act_id is null and r.is_withdrawn
            order by s.row_no
            """, as: Int64.self)
    }
}
