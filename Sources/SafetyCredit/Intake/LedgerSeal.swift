public import PQ

/// Seals the ledger in batches, off the path of the acts: each seal chains to the one before it.
///
/// A seal covers the acts of one cluster, of every transaction after those of its seal before and older than any still running, in order of
/// transaction and id. Transaction numbers start again when a dump is restored into another cluster, so each act and seal names the one in
/// which its numbers count. What is sealed can no longer be changed or dropped without breaking the chain from there on; whether the chain
/// itself was replaced is told by an `Anchor` kept outside the database.
public enum LedgerSeal {
    /// A seal whose acts no longer give its digest, or that does not chain to the one before it.
    public struct Break: Sendable, Hashable {
        public let sealNo: Int64
    }

    /// Seals what is not sealed yet.
    ///
    /// - Returns: how many acts were sealed.
    public static func seal(on connection: isolated Connection) throws -> Int {
        try connection.transaction { connection in
            try connection.execute("select pg_advisory_xact_lock(hashtextextended('seal-ledger', 0))")
            return try connection.values(clusters, as: Int64.self).reduce(0) { sealed, clusterID in
                sealed + Int(try connection.values(sealing(clusterID), as: Int64.self).first ?? 0)
            }
        }
    }

    /// Every seal whose digest or chain does not hold; none when the ledger is whole.
    public static func breaks(on connection: isolated Connection) throws -> [Break] {
        try connection.values(breaking, as: Int64.self).map(Break.init)
    }

    /// Acts of more than a day ago that no seal covers: a transaction that stays open anywhere holds back all after it.
    public static func unsealedCount(on connection: isolated Connection) throws -> Int64 {
        try connection.value(
            """
            select count(*)
            from intake.act as a
            where a.known_at < now() - interval '1 day'
                and a.xid > coalesce((
                    select max(s.last_xid)
                    from intake.seal as s
                    where s.system_identifier = a.cluster_id::text
                ), '0'::xid8)
            """, as: Int64.self)
    }

    /// Every cluster in which acts were performed: as many steps through the index as there are clusters.
    private static let clusters: Statement = """
        with recursive cluster as (
            (select a.cluster_id from intake.act as a order by a.cluster_id limit 1)
            union all
            select (select a.cluster_id from intake.act as a where a.cluster_id > c.cluster_id order by a.cluster_id limit 1)
            from cluster as c
            where c.cluster_id is not null
        )
        select c.cluster_id from cluster as c where c.cluster_id is not null
        """

    private static func sealing(_ clusterID: Int64) -> Statement {
        """
        with last_seal as materialized (
            select coalesce(max(s.seal_no), 0) as seal_no,
                coalesce((array_agg(s.sha256 order by s.seal_no desc))[1], decode(repeat('00', 32), 'hex')) as sha256,
                coalesce(max(s.last_xid) filter (where s.system_identifier = (\(clusterID)::bigint)::text), '0'::xid8) as last_xid
            from intake.seal as s
        ),
        fresh as materialized (
            select min(a.xid) as first_xid, max(a.xid) as last_xid, count(*) as act_count,
        """ + actsDigest + """
                 as acts_sha256
                from intake.act as a
                cross join last_seal as l
                where a.cluster_id = \(clusterID) and a.xid > l.last_xid
                    and (a.cluster_id <> (select intake.cluster_id()) or a.xid < pg_snapshot_xmin(pg_current_snapshot()))
            )
            insert into intake.seal (seal_no, system_identifier, timeline_id, first_xid, last_xid, act_count, previous_sha256,
                sealed_at, sha256)
            select s.seal_no, s.system_identifier, s.timeline_id, s.first_xid, s.last_xid, s.act_count, s.previous_sha256,
                s.sealed_at,
            """ + chainDigest + """

                from (
                    select l.seal_no + 1 as seal_no, (\(clusterID)::bigint)::text as system_identifier, k.timeline_id, f.first_xid,
                        f.last_xid, f.act_count, l.sha256 as previous_sha256, f.acts_sha256, now() as sealed_at
                    from fresh as f
                    cross join last_seal as l
                    cross join pg_control_checkpoint() as k
                    where f.act_count > 0
                ) as s
                returning act_count
                """
    }

    private static let breaking: Statement =
        """
        select s.seal_no
        from (
            select n.*, p.sha256 as chained_sha256, found.found_count, found.acts_sha256
            from (
                select i.*, lag(i.last_xid) over (partition by i.system_identifier order by i.seal_no) as before_xid
                from intake.seal as i
            ) as n
            left join intake.seal as p on p.seal_no = n.seal_no - 1
            cross join lateral (
                select count(*) as found_count,
        """ + actsDigest + """
                     as acts_sha256
                    from intake.act as a
                    where a.cluster_id::text = n.system_identifier and a.xid > coalesce(n.before_xid, '0') and a.xid <= n.last_xid
                ) as found
            ) as s
            where s.previous_sha256 is distinct from coalesce(s.chained_sha256, decode(repeat('00', 32), 'hex'))
                or (s.chained_sha256 is null and s.seal_no <> 1)
                or s.found_count <> s.act_count
                or s.sha256 is distinct from
            """ + chainDigest + " order by s.seal_no"

    /// The digest of the acts `a` in order of transaction and id, over every column.
    private static let actsDigest: Statement = """
        sha256(coalesce(string_agg(sha256(convert_to(concat_ws(chr(31), a.cluster_id, a.xid, a.act_id, a.subject_id, a.act, a.key, a.acted_on,
            a.officer_code, a.payload, coalesce(a.refusal_code, ''), a.result, extract(epoch from a.known_at)), 'UTF8')),
            ''::bytea order by a.xid, a.act_id), ''::bytea))
        """

    /// The digest of the seal `s`: the seal before it, its acts, and every other column of its own.
    private static let chainDigest: Statement = """
         sha256(s.previous_sha256 || s.acts_sha256 || convert_to(concat_ws(chr(31), s.seal_no, s.system_identifier,
            s.timeline_id, s.first_xid, s.last_xid, s.act_count, extract(epoch from s.sealed_at)), 'UTF8'))
        """
}
