import PQ

/// The ledger's side of an import: each row that changed something is an act.
enum ImportActs {
    /// Writes one act per staged row that has an `act_id`; its key is the file and the row.
    ///
    /// The staging table needs the columns row_no, subject_id, act_id and officer_code.
    static func write(
        _ act: String, from stagingTable: String, without derived: [String], _ context: ImportContext,
        on connection: isolated Connection
    ) throws {
        try connection.execute(
            """
            with act as materialized (
                select s.subject_id, s.act_id, s.row_no, coalesce(s.officer_code, \(context.officer.code)) as officer_code,
                    'import:' || \(context.fileID)::bigint || ':' || s.row_no as key,
                    jsonb_strip_nulls(to_jsonb(s) - \(derived)::text[]) as payload
                from \(identifier: stagingTable) as s
                where s.act_id is not null
            ),
            keyed as (
                insert into intake.act_key (key, subject_id, act_id, request_sha256)
                select a.key, a.subject_id, a.act_id, sha256(convert_to(a.payload::text, 'UTF8'))
                from act as a
            )
            insert into intake.act (subject_id, act_id, act, key, acted_on, officer_code, payload, result, cluster_id)
            select a.subject_id, a.act_id, \(act), a.key, \(context.on), a.officer_code, a.payload,
                jsonb_build_object('subject_id', a.subject_id), (select intake.cluster_id())
            from act as a
            """
        )
    }
}
