internal import FoundationEssentials
public import PQ

/// Lets nothing out of a database that was put back to an older copy, until the journal was replayed and an officer has signed.
///
/// A restored database is whole and believes what it says: it would publish again what was withdrawn since. It is recognised by its cluster
/// and timeline, and where both are the same, by the journal: a line that the database does not know was written after the copy was made.
public struct RestoreFence: Sendable {
    /// Why nothing may be sent.
    public enum Closed: Error, Sendable, Hashable {
        /// The journal was not accepted for this cluster and timeline.
        case unknownCluster(systemIdentifier: String, timeline: Int32)
        /// The journal holds sends of which the database knows nothing.
        case databaseBehind(sends: Int)
        /// The database knows more of the journal than there is: the journal was put back or cut short.
        case journalBehind
        /// The journal was replayed, and nobody has signed yet.
        case unsigned
    }

    public let journal: SendJournal

    public init(journal: SendJournal) {
        self.journal = journal
    }

    /// Passes where it is certain that this database is the one that sent.
    ///
    /// A register that never sent anything accepts the empty journal beside it by itself.
    /// - Throws: `Closed`; `ChannelError` when the journal cannot be read; `PQError`.
    public func check(on connection: Connection) async throws {
        try await check(on: connection, known: Self.accepted(try journal.read(from: .max).id, on: connection))
    }

    private func check(on connection: Connection, known: Accepted?) async throws {
        let cluster = try await Cluster.current(on: connection)
        guard let known else {
            let contents = try journal.read()
            if contents.sends.isEmpty, try await Self.acceptFirst(contents, in: cluster, on: connection) { return }
            // Another process may have been first, and have sent already.
            if let known = try await Self.accepted(contents.id, on: connection) {
                return try await check(on: connection, known: known)
            }
            throw Closed.unknownCluster(systemIdentifier: cluster.systemIdentifier, timeline: cluster.timeline)
        }
        guard known.cluster == cluster else {
            throw Closed.unknownCluster(systemIdentifier: cluster.systemIdentifier, timeline: cluster.timeline)
        }
        guard !known.isReplayedSince else { throw Closed.unsigned }
        let contents = try journal.read(from: known.mark)
        guard contents.end >= known.mark else { throw Closed.journalBehind }
        let newest = NewestSends(contents.sends)
        let unknown = try await newest.unknown(on: connection)
        guard unknown == 0 else { throw Closed.databaseBehind(sends: unknown) }
    }

    /// Notes that the database knows every line written so far; called when what was sent is settled.
    func advanceMark(on connection: Connection) async throws {
        let contents = try journal.read(from: .max)
        try await connection.execute(
            """
            update publication.send_journal as j
            set mark = \(contents.end)
            where j.journal_id = \(contents.id) and j.mark < \(contents.end)
            """)
    }
}

extension RestoreFence {
    /// A server's data, told apart from every other copy as far as the server itself knows.
    struct Cluster: Sendable, Hashable {
        var systemIdentifier: String
        var timeline: Int32

        static func current(on connection: Connection) async throws -> Cluster {
            let (identifier, timeline) = try await connection.row(
                """
                select (select intake.cluster_id())::text,
                    ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer
                """, as: (String, Int32).self)
            return Cluster(systemIdentifier: identifier, timeline: timeline)
        }
    }

    /// What the database says about a journal.
    struct Accepted: Sendable {
        var cluster: Cluster
        var mark: Int64
        /// Whether it was replayed after it was accepted.
        var isReplayedSince: Bool
    }

    static func accepted(_ journalID: UUID, on connection: Connection) async throws -> Accepted? {
        try await connection.firstRow(
            """
            select j.system_identifier, j.timeline_id, j.mark,
                exists (
                    select from publication.replay as r
                    where r.journal_id = j.journal_id and r.replay_id > coalesce(j.replay_id, 0)
                )
            from publication.send_journal as j
            where j.journal_id = \(journalID)
            """, as: (String, Int32, Int64, Bool).self
        ).map { Accepted(cluster: Cluster(systemIdentifier: $0.0, timeline: $0.1), mark: $0.2, isReplayedSince: $0.3) }
    }

    /// - Returns: false where something was ever sent from this database.
    private static func acceptFirst(
        _ contents: SendJournal.Contents, in cluster: Cluster, on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            insert into publication.send_journal (journal_id, system_identifier, timeline_id, mark, accepted_at)
            select \(contents.id), \(cluster.systemIdentifier), \(cluster.timeline), \(contents.end), now()
            where not exists (select from publication.delivery) and not exists (select from publication.send_journal)
            on conflict (journal_id) do nothing
            """) == 1
    }
}
