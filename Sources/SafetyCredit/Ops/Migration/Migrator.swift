public import PQ

/// Brings a database to what the files of a catalogue say.
///
/// A migration is one transaction together with its row in `ops.applied_migration`: when file N fails, N-1 stand and
/// nothing of N. Functions and views run **all of them in one transaction as soon as one has changed**: a view may depend
/// on any other, and `create or replace` refuses a changed column list, so a file may begin with `drop … cascade`; only
/// re-running everything behind it puts back what that took away. That is a second's work and needs no dependency graph.
/// Seeds follow in a transaction of their own.
///
/// One process migrates at a time: an advisory lock, which the server releases when the session ends however it ends.
public struct Migrator: Sendable {
    /// What has been done so far, for the person who waits.
    public enum Step: Equatable, Sendable {
        case migrated(path: String)
        case reappliedFunctionsAndViews(count: Int)
        case reappliedSeeds(count: Int)
    }

    public let catalogue: SQLCatalogue
    /// How long to wait for another process that is migrating.
    public let lockTimeoutMilliseconds: Int

    public init(catalogue: SQLCatalogue, lockTimeoutMilliseconds: Int = 60_000) {
        self.catalogue = catalogue
        self.lockTimeoutMilliseconds = lockTimeoutMilliseconds
    }

    /// Applies what is missing, and nothing when nothing is.
    ///
    /// The connection must be the login's own, without `set role`: the login is a superuser or a member of `anxin_owner`.
    ///
    /// **Throws** `OpsError`: an unfit server, `.schemaNewer`, `.migrationEdited`, `.missingMigration`, `.fileFailed`,
    /// `.fileEndsItsTransaction`, `.tableObjectsDropped`, `.migrationInProgress`.
    public func up(_ connection: isolated Connection, report: (Step) -> Void = { _ in }) throws {
        try ServerFacts.read(connection).requireFit()
        try prepareSession(connection)
        try lock(connection)
        defer { _ = try? connection.value("select pg_advisory_unlock(\(Self.lockKey))", as: Bool.self) }

        if try !SchemaState.hasBootstrap(connection) { try applyBootstrap(connection) }
        let state = try SchemaState.read(connection, comparedWith: catalogue)
        try state.requireConsistent()
        for migration in state.pending {
            try apply(migration, connection)
            report(.migrated(path: migration.file.path))
        }
        if try reapplyFunctionsAndViews(state, connection) {
            report(.reappliedFunctionsAndViews(count: catalogue.repeatables.count))
        }
        if try reapplySeeds(state, connection) {
            report(.reappliedSeeds(count: catalogue.seeds.count))
        }
    }

    /// Compares without changing anything.
    public func state(_ connection: isolated Connection) throws -> SchemaState {
        try SchemaState.read(connection, comparedWith: catalogue)
    }
}

// MARK: - Session

extension Migrator {
    /// "anxin" in ASCII.
    static let lockKey: Int64 = 0x61_6e78_696e

    private func prepareSession(_ connection: isolated Connection) throws {
        try connection.script(
            "set client_min_messages = warning; set search_path = public; set client_connection_check_interval = '2s'")
    }

    private func lock(_ connection: isolated Connection) throws {
        _ = try connection.value(
            "select set_config('lock_timeout', \(String(lockTimeoutMilliseconds)), false)", as: String.self)
        defer { try? connection.script("reset lock_timeout") }
        do {
            try connection.execute("select pg_advisory_lock(\(Self.lockKey))")
        } catch {
            guard error.sqlState == .lockNotAvailable else { throw error }
            throw OpsError.migrationInProgress
        }
    }
}

// MARK: - Files

extension Migrator {
    private func applyBootstrap(_ connection: isolated Connection) throws {
        try connection.transaction { connection in try Self.run(catalogue.bootstrap, asOwner: false, connection) }
    }

    private func apply(_ migration: Migration, _ connection: isolated Connection) throws {
        try connection.transaction { connection in
            try Self.run(migration.file, asOwner: true, connection)
            try connection.execute(
                """
                insert into ops.applied_migration (number, name, sha256)
                values (\(migration.number)::int, \(migration.name), \(migration.file.sha256))
                """)
        }
    }

    private func reapplyFunctionsAndViews(_ state: SchemaState, _ connection: isolated Connection) throws -> Bool {
        let orphaned = state.orphaned.filter { !$0.hasPrefix("data/") }
        guard !orphaned.isEmpty || state.changed.contains(where: catalogue.repeatables.contains) else { return false }
        try connection.transaction { connection in
            let before = try TableObjects.read(connection)
            try Self.drop(orphaned, connection)
            for file in catalogue.repeatables { try Self.run(file, asOwner: true, connection) }
            let lost = before.subtracting(try TableObjects.read(connection))
            guard lost.isEmpty else { throw OpsError.tableObjectsDropped(lost.sorted()) }
            try Self.record(catalogue.repeatables, forgetting: orphaned, connection)
        }
        return true
    }

    /// Drops what files made that the program no longer has: one file makes one object of its own name, in the schema of its folder.
    ///
    /// Left behind, such a function would keep its grants, and a definer's its owner's rights.
    private static func drop(_ orphaned: [String], _ connection: isolated Connection) throws {
        let objects = orphaned.compactMap { path in
            path.wholeMatch(of: /(?:functions|views)\/(\w+)\/(?:\d+_)?(\w+)\.sql/)
        }
        let drops = try connection.values(
            """
            with gone as (
                select n.oid as schema_id, o.name
                from unnest(\(objects.map { String($0.1) })::text[], \(objects.map { String($0.2) })::text[]) as o (schema, name)
                join pg_namespace as n on n.nspname = o.schema
            )
            select format('drop %s if exists %s cascade', case p.prokind when 'p' then 'procedure' else 'function' end, p.oid::regprocedure)
            from gone as g
            join pg_proc as p on p.pronamespace = g.schema_id and p.proname = g.name
            union all
            select format('drop view if exists %s cascade', c.oid::regclass)
            from gone as g
            join pg_class as c on c.relnamespace = g.schema_id and c.relname = g.name and c.relkind = 'v'
            """,
            as: String.self)
        for drop in drops { try connection.script(drop) }
    }

    private func reapplySeeds(_ state: SchemaState, _ connection: isolated Connection) throws -> Bool {
        let orphaned = state.orphaned.filter { $0.hasPrefix("data/") }
        guard !orphaned.isEmpty || state.changed.contains(where: catalogue.hashedData.contains) else { return false }
        try connection.transaction { connection in
            if let file = catalogue.workingDays { try WorkingDayStaging(file: file).load(connection) }
            for file in catalogue.seeds { try Self.run(file, asOwner: false, connection) }
            try Self.record(catalogue.hashedData, forgetting: orphaned, connection)
        }
        return true
    }

    /// Makes what follows the owner's, once migration 0001 has given this database to the owner.
    ///
    /// The database tells, not the list of roles: roles belong to the cluster and may stem from another database.
    static let becomeOwner = """
        select set_config('role', coalesce((select 'anxin_owner' from pg_namespace \
        where nspname = 'ops' and pg_get_userbyid(nspowner) = 'anxin_owner'), 'none'), true) as role
        """

    /// Runs one file inside the open transaction and leaves the session as it was.
    ///
    /// Objects belong to `anxin_owner`, not to the login that migrates: a superuser's definer function would be a way in.
    /// **Throws** `OpsError.fileFailed`, `.fileEndsItsTransaction`.
    private static func run(_ file: SQLFile, asOwner: Bool, _ connection: isolated Connection) throws {
        let path = "sql/" + file.path
        guard !file.endsTransaction else { throw OpsError.fileEndsItsTransaction(path: path) }
        do {
            if asOwner { try connection.script(becomeOwner) }
            // Nested: its savepoint is gone when the file ended the transaction, even if it began another.
            try connection.transaction { try $0.script(file.content) }
            try connection.script("reset role; set search_path = public")
        } catch let error as PQError {
            if case .misuse(.notInTransaction) = error { throw OpsError.fileEndsItsTransaction(path: path) }
            throw OpsError.fileFailed(path: path, cause: error)
        }
    }

    private static func record(
        _ files: [SQLFile], forgetting orphaned: [String], _ connection: isolated Connection
    ) throws {
        try connection.execute(
            """
            insert into ops.applied_object (path, sha256)
            select path, sha256 from unnest(\(files.map(\.path))::text[], \(files.map(\.sha256))::text[]) as f (path, sha256)
            on conflict (path) do update set sha256 = excluded.sha256, applied_at = clock_timestamp()
            where applied_object.sha256 is distinct from excluded.sha256
            """)
        try connection.execute("delete from ops.applied_object where path = any (\(orphaned)::text[])")
    }
}
