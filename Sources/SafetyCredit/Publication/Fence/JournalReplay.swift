internal import FoundationEssentials
public import PQ

/// Tells a restored database what the journal knows and it does not.
///
/// An entry of which a newer version was sent becomes unknown and takes its next version beyond that one: the next reconciliation sends what
/// the register wants, publish or withdraw. An entry of a membership that the database does not hold becomes a stray, which is withdrawn.
/// New ids start beyond every id the journal names. Replaying again changes nothing more.
public struct JournalReplay: Sendable, Equatable {
    public let journalID: String
    public let systemIdentifier: String
    public let timeline: Int32
    /// Lines of the journal that the database had not seen.
    public let sendCount: Int
    public let unknownCount: Int
    public let strayCount: Int

    /// - Returns: nil where the fence is open and nothing has to be replayed.
    /// - Throws: `ChannelError` when the journal cannot be read; `PQError`.
    public static func run(_ journal: SendJournal, on connection: Connection) async throws -> JournalReplay? {
        do {
            try await RestoreFence(journal: journal).check(on: connection)
            return nil
        } catch is RestoreFence.Closed {
            return try await replay(journal, on: connection)
        }
    }

    private static func replay(_ journal: SendJournal, on connection: Connection) async throws -> JournalReplay {
        let cluster = try await RestoreFence.Cluster.current(on: connection)
        // From the beginning: where a copy came from is not known, and what the database knows already changes nothing.
        let contents = try journal.read()
        let newest = NewestSends(contents.sends)
        let (unknown, strays) = try await connection.transaction { connection in
            let unknown = try markUnknown(newest, on: connection)
            let strays = try keepStrays(newest, on: connection)
            if let last = newest.entryIDs.max() {
                _ = try connection.values("select publication.skip_ids(\(last))", as: Int64?.self)
            }
            try connection.execute(
                """
                insert into publication.replay (journal_id, system_identifier, timeline_id, mark, unknown_count, stray_count,
                    replayed_at)
                values (\(contents.id), \(cluster.systemIdentifier), \(cluster.timeline), \(contents.end), \(Int32(unknown)),
                    \(Int32(strays)), now())
                """)
            return (unknown, strays)
        }
        return JournalReplay(
            journalID: contents.id.uuidString.lowercased(), systemIdentifier: cluster.systemIdentifier,
            timeline: cluster.timeline, sendCount: contents.sends.count, unknownCount: unknown, strayCount: strays)
    }

    private static func markUnknown(_ newest: NewestSends, on connection: isolated Connection) throws -> Int {
        try connection.execute(
            """
            insert into publication.entry as e (subject_id, membership_id, channel_code, last_version, state)
            select m.subject_id, m.membership_id, j.channel_code, j.version, 'unknown'
            from unnest(\(newest.channels), \(newest.entryIDs), \(newest.versions)) as j (channel_code, entry_id, version)
            join publication.channel as c on c.channel_code = j.channel_code
            join lists.membership as m on m.membership_id = j.entry_id
            on conflict (subject_id, membership_id, channel_code) do update
            set last_version = excluded.last_version, state = 'unknown'
            where e.last_version < excluded.last_version
            """)
    }

    private static func keepStrays(_ newest: NewestSends, on connection: isolated Connection) throws -> Int {
        try connection.execute(
            """
            insert into publication.stray as s (channel_code, entry_id, version, state, found_at)
            select j.channel_code, j.entry_id, j.version, 'unknown', now()
            from unnest(\(newest.channels), \(newest.entryIDs), \(newest.versions)) as j (channel_code, entry_id, version)
            join publication.channel as c on c.channel_code = j.channel_code
            where not exists (select from lists.membership as m where m.membership_id = j.entry_id)
            on conflict (channel_code, entry_id) do update
            set version = excluded.version, state = 'unknown', settled_at = null
            where s.version < excluded.version
            """)
    }
}
