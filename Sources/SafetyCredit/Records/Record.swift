import PQ

/// The newest version of a record of any kind, as acts need it.
public struct Record: Sendable {
    public let kind: RecordKind
    public let subjectID: Int64
    public let id: Int64
    public let versionNo: Int32
    public let isWithdrawn: Bool
    /// The agency that made the decision, or else the one whose officer recorded it first.
    public let agencyCode: String
    /// Who recorded any of its versions.
    public let recorderCodes: [String]

    /// Which record of the subject a number names, whatever act it stands in; nil when there is none.
    ///
    /// Where two agencies have used one number, the one recorded last that was not withdrawn.
    static func id(
        _ kind: RecordKind, _ number: String, of subjectID: Int64, on connection: isolated Connection
    ) throws -> Int64? {
        try connection.values(
            """
            select v.record_id
            from records.record_version as v
            where v.subject_id = \(subjectID) and v.kind = \(kind.rawValue) and v.number = \(number)
            group by v.record_id
            order by bool_or(v.is_withdrawn), v.record_id desc
            limit 1
            """,
            as: Int64.self
        ).first
    }

    /// The record of the subject that the number names.
    ///
    /// - Throws: `Refusal.unknownRecord`, also when it was withdrawn.
    static func find(
        _ kind: RecordKind, _ number: String, of subjectID: Int64, on connection: isolated Connection
    ) throws -> Record {
        guard let id = try id(kind, number, of: subjectID, on: connection) else {
            throw Refusal(.unknownRecord, ["record": number])
        }
        return try find(id, of: subjectID, named: number, on: connection)
    }

    /// - Throws: `Refusal.unknownRecord`, also when it was withdrawn.
    static func find(
        _ id: Int64?, of subjectID: Int64, named name: String? = nil, on connection: isolated Connection
    ) throws -> Record {
        let record = try findEvenWithdrawn(id, of: subjectID, named: name, on: connection)
        guard !record.isWithdrawn else { throw Refusal(.unknownRecord, ["record": name ?? String(record.id)]) }
        return record
    }

    /// - Throws: `Refusal.unknownRecord`.
    static func findEvenWithdrawn(
        _ id: Int64?, of subjectID: Int64, named name: String? = nil, on connection: isolated Connection
    ) throws -> Record {
        let found = try connection.firstRow(
            """
            select v.kind, v.record_id, v.version_no, v.is_withdrawn,
                coalesce(v.agency_code, (
                    select o.agency_code
                    from records.record_version as f
                    join ops.officer as o on o.officer_code = f.officer_code
                    where f.subject_id = v.subject_id and f.record_id = v.record_id and f.version_no = 1
                )),
                array(
                    select distinct r.officer_code
                    from records.record_version as r
                    where r.subject_id = v.subject_id and r.record_id = v.record_id
                    order by r.officer_code
                )
            from records.record_version as v
            where v.subject_id = \(subjectID) and v.record_id = \(id)
            order by v.version_no desc
            limit 1
            """,
            as: (String, Int64, Int32, Bool, String, [String]).self
        )
        guard let found, let kind = RecordKind(rawValue: found.0) else {
            throw Refusal(.unknownRecord, ["record": name ?? id.map(String.init) ?? ""])
        }
        return Record(
            kind: kind, subjectID: subjectID, id: found.1, versionNo: found.2, isWithdrawn: found.3,
            agencyCode: found.4, recorderCodes: found.5)
    }

    /// Who recorded any version of the record.
    static func recorders(
        of recordID: Int64?, of subjectID: Int64, on connection: isolated Connection
    ) throws -> [String] {
        try connection.values(
            """
            select distinct v.officer_code
            from records.record_version as v
            where v.subject_id = \(subjectID) and v.record_id = \(recordID)
            """,
            as: String.self)
    }

    /// Adds a version in which some columns differ.
    ///
    /// - Throws: `Refusal.nothingCorrected`; `Refusal.correctionContradicts` with the constraint that the new version would break.
    func addVersion(
        _ columns: JSONValue, in context: ActContext, on connection: isolated Connection
    ) throws {
        do {
            let added = try connection.execute(
                """
                insert into records.\(identifier: kind.rawValue)
                select n.*
                from records.\(identifier: kind.rawValue) as v
                cross join lateral jsonb_populate_record(v, \(columns.canonicalText)::jsonb
                    || jsonb_build_object('version_no', v.version_no + 1, 'officer_code', \(context.officer.code)::text,
                        'act_id', \(context.actID)::bigint, 'known_at', now())) as n
                where v.subject_id = \(subjectID) and v.record_id = \(id) and v.version_no = \(versionNo)
                    and jsonb_populate_record(v, \(columns.canonicalText)::jsonb) is distinct from v
                """
            )
            guard added == 1 else { throw Refusal(.nothingCorrected) }
        } catch let error as PQError where error.sqlState == .checkViolation {
            throw Refusal(.correctionContradicts, ["rule": error.constraint ?? ""])
        }
    }
}
