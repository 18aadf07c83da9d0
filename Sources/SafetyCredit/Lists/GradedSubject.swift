public import PQ

/// A unit with its grade on a day.
public struct GradedSubject: Sendable {
    /// nil where a document stands for a code that could not be checked (RD-43).
    public let creditCode: String?
    public let name: String
    public let reportingUnitName: String
    public let registeredAddress: String?
    /// nil when the unit is not graded that day: not registered yet, or no more.
    public let grade: String?
    public let clauseCodes: [String]
    public let evidenceIDs: [Int64]

    /// Which grades are asked for.
    public struct Selection: Sendable {
        /// None asks for every unit.
        public var codes: [String] = []
        public var grade: String?
        /// Code or name of a reporting unit.
        public var reportingUnit: String?

        public init(codes: [CreditCode] = [], grade: String? = nil, reportingUnit: String? = nil) {
            (self.codes, self.grade, self.reportingUnit) = (codes.map(\.text), grade, reportingUnit)
        }
    }

    /// The units graded on a day, as known at a time, by reporting unit and name.
    ///
    /// - Throws: `PQError`; with SQLSTATE AX001 before the plan.
    public static func graded(
        asOf day: CivilDate, knownAt: Instant = .infinity, _ selection: Selection = Selection(),
        on connection: isolated Connection
    ) throws -> [GradedSubject] {
        let codes: [String]? = selection.codes.isEmpty ? nil : selection.codes
        let chosen = try codes.map { codes in
            try connection.values(
                "select c.subject_id from register.identifier_claim as c where c.scheme = 'credit_code' and c.value = any (\(codes))",
                as: Int64.self)
        }
        return try connection.rows(
            """
            select i.value, s.name, u.name, s.registered_address, g.grade::text, g.clause_codes, g.evidence_ids
            from lists.grade_among(\(chosen), \(day), \(knownAt), null) as g
            join register.subject_as_known(\(knownAt)) as s on s.subject_id = g.subject_id
            join ops.reporting_unit as u on u.reporting_unit_code = s.reporting_unit_code
            left join register.subject_identifier as i on i.subject_id = s.subject_id and i.scheme = 'credit_code'
            where (\(selection.grade)::text is null or g.grade::text = \(selection.grade))
                and (\(selection.reportingUnit)::text is null
                    or \(selection.reportingUnit) in (u.reporting_unit_code, u.name))
            order by u.sort_order, coalesce(s.sort_key, s.name) collate "zh-x-icu", i.value
            """)
    }

    /// At most `limit` units whose name, now or formerly, holds the text, or whose code it is, with their grade on a day.
    public static func find(
        _ text: String, asOf day: CivilDate, limit: Int = 200, on connection: isolated Connection
    ) throws -> [GradedSubject] {
        let code = String(decoding: IdentifierText.normalise(text), as: UTF8.self)
        let part = "%" + text.replacing(/[%_\\]/) { "\\" + $0.output } + "%"
        let found = try connection.values(
            """
            select f.subject_id
            from (
                select s.subject_id, s.name from register.subject as s where s.kind <> 'person' and s.name ilike \(part)
                union
                select s.subject_id, s.name
                from register.identifier_claim as c
                join register.subject as s on s.subject_id = c.subject_id
                where c.scheme = 'credit_code' and c.value = \(code)
                union
                select s.subject_id, s.name
                from register.subject_version as renamed
                join register.subject_version as former on former.subject_id = renamed.subject_id
                join register.subject as s on s.subject_id = renamed.subject_id
                where renamed.version_no > 1 and s.kind <> 'person' and former.name ilike \(part)
            ) as f
            order by f.name collate "zh-x-icu"
            limit \(Int64(limit))
            """,
            as: Int64.self
        )
        return try connection.rows(
            """
            select i.value, s.name, u.name, s.registered_address, g.grade::text,
                coalesce(g.clause_codes, '{}') as clause_codes, coalesce(g.evidence_ids, '{}') as evidence_ids
            from register.subject as s
            join ops.reporting_unit as u on u.reporting_unit_code = s.reporting_unit_code
            left join register.subject_identifier as i on i.subject_id = s.subject_id and i.scheme = 'credit_code'
            left join lists.grade_among(\(found), \(day), 'infinity', null) as g on g.subject_id = s.subject_id
            where s.subject_id = any (\(found))
            order by coalesce(s.sort_key, s.name) collate "zh-x-icu", i.value
            """)
    }
}

extension GradedSubject: Row {
    public static var columns: [Column] {
        [
            Column("value", String?.self), Column("name", String.self), Column("name", String.self),
            Column("registered_address", String?.self), Column("grade", String?.self),
            Column("clause_codes", [String].self), Column("evidence_ids", [Int64].self),
        ]
    }

    public init(decoding row: inout RowDecoder) throws(PQError) {
        self.init(
            creditCode: try row.next(), name: try row.next(), reportingUnitName: try row.next(),
            registeredAddress: try row.next(), grade: try row.next(), clauseCodes: try row.next(),
            evidenceIDs: try row.next())
    }
}
