public import PQ

/// Checks that a database is the one this program needs: server, locale, roles, and every file of `sql/` as applied.
public enum DatabaseVerification {
    /// Everything that is wrong, as the errors that other commands would stop with; empty for a good database.
    public static func findings(_ connection: isolated Connection, catalogue: SQLCatalogue) throws -> [OpsError] {
        let facts = try ServerFacts.read(connection)
        let state = try SchemaState.read(connection, comparedWith: catalogue)
        let roles = try Set(connection.values("select rolname::text from pg_roles", as: String.self))

        var findings = facts.objections
        if state.isNewer { findings.append(.schemaNewer(applied: state.appliedNumber, newest: state.newestNumber)) }
        findings += state.edited.map { .migrationEdited(number: $0.number, name: $0.name) }
        findings += (state.pending.map(\.file.path) + state.changed.map(\.path)).map { .filePending(path: $0) }
        findings += state.orphaned.map { .fileOrphaned(path: $0) }
        findings += DatabaseRole.allCases.filter { !roles.contains($0.rawValue) }.map { .roleMissing($0) }
        return findings
    }
}
