import PQ

/// How the files of a catalogue compare with what a database has.
public struct SchemaState: Sendable {
    /// The number of the last applied migration; 0 for an empty database.
    public let appliedNumber: Int
    /// Migrations the database lacks, by number.
    public let pending: [Migration]
    /// Applied migrations whose file has another name or hash now.
    public let edited: [Migration]
    /// Functions, views, seeds and the calendar that are new or changed.
    public let changed: [SQLFile]
    /// Files once applied that the program no longer has.
    public let orphaned: [String]

    let newestNumber: Int

    /// Whether the database is exactly what the program needs.
    public var isCurrent: Bool { pending.isEmpty && edited.isEmpty && changed.isEmpty && orphaned.isEmpty && !isNewer }

    /// Whether the database was migrated by a newer program.
    public var isNewer: Bool { appliedNumber > newestNumber }

    /// Paths below `sql/` that `anxin db up` would run or forget.
    public var pendingPaths: [String] { pending.map(\.file.path) + changed.map(\.path) + orphaned }

    /// **Throws** `OpsError.schemaNewer`, `.migrationEdited` (the first), or `.missingMigration` when the database itself
    /// lacks a number below its last.
    public func requireConsistent() throws(OpsError) {
        if isNewer { throw .schemaNewer(applied: appliedNumber, newest: newestNumber) }
        if let migration = edited.first { throw .migrationEdited(number: migration.number, name: migration.name) }
        if let first = pending.first, first.number <= appliedNumber { throw .missingMigration(number: first.number) }
    }

    /// **Throws** as `requireConsistent`, and `OpsError.schemaOutdated` when files are pending.
    public func requireCurrent() throws(OpsError) {
        try requireConsistent()
        if !isCurrent { throw .schemaOutdated(pending: pendingPaths) }
    }
}

extension SchemaState {
    /// Reads what the database has; an empty database lacks everything.
    static func read(_ connection: isolated Connection, comparedWith catalogue: SQLCatalogue) throws -> SchemaState {
        var applied: [Int: (name: String, sha256: String)] = [:]
        var objects: [String: String] = [:]
        if try hasBootstrap(connection) {
            let migrations = try connection.rows(
                "select number, name, sha256 from ops.applied_migration", as: (Int32, String, String).self)
            for (number, name, sha256) in migrations { applied[Int(number)] = (name, sha256) }
            let files = try connection.rows("select path, sha256 from ops.applied_object", as: (String, String).self)
            for (path, sha256) in files { objects[path] = sha256 }
        }
        let files = catalogue.hashedFiles
        return SchemaState(
            appliedNumber: applied.keys.max() ?? 0,
            pending: catalogue.migrations.filter { applied[$0.number] == nil },
            edited: catalogue.migrations.filter { migration in
                applied[migration.number].map { $0 != (migration.name, migration.file.sha256) } ?? false
            },
            changed: files.filter { objects[$0.path] != $0.sha256 },
            orphaned: objects.keys.filter { path in !files.contains { $0.path == path } }.sorted(),
            newestNumber: catalogue.migrations.count)
    }

    /// Whether the migrator's own tables are there.
    static func hasBootstrap(_ connection: isolated Connection) throws -> Bool {
        try connection.value(
            "select to_regclass('ops.applied_migration') is not null and to_regclass('ops.applied_object') is not null",
            as: Bool.self)
    }
}
