import Foundation

/// All of `sql/` in the order in which it makes a database.
///
/// 1. `bootstrap.sql`: the migrator's own tables.
/// 2. `migrations/`: by number.
/// 3. `functions/STAGE/` and `views/STAGE/`, the *repeatable* files: by stage, functions before views, then by name.
/// 4. `data/*.sql`, the *seeds*: by name. Each can run again at any time (`insert … on conflict do update`).
///    `data/working-day-exceptions.csv` stands ready for them in the temporary table of `workingDays`.
///
/// `invariants/*.sql` hold what must always be true, as queries that return no row; nothing applies them.
/// Other files (`reports/`, `tests/`, `profiles/`) belong to nobody's start and are left alone.
public struct SQLCatalogue: Sendable {
    public let bootstrap: SQLFile
    public let migrations: [Migration]
    public let repeatables: [SQLFile]
    public let seeds: [SQLFile]
    /// Queries that return no row while the register is whole.
    public let invariants: [SQLFile]
    /// The days on which a State Council notice departs from Monday to Friday; nil when the folder has none.
    public let workingDays: SQLFile?

    /// The files in the binary.
    public static let embedded: SQLCatalogue = {
        do { return try SQLCatalogue(files: EmbeddedSQL.files) } catch { fatalError("the binary's sql/: \(error)") }
    }()

    /// The files of a folder if one is given, otherwise those in the binary.
    public static func load(directory: String?) throws -> SQLCatalogue {
        guard let directory else { return embedded }
        return try SQLCatalogue(files: files(below: directory))
    }

    /// Orders files by what their paths say.
    ///
    /// **Throws** `OpsError.misnamedFile`, `.unknownStage`, `.duplicateMigration`, `.missingMigration` (a gap).
    public init(files: [(path: String, content: String)]) throws(OpsError) {
        let files = files.map { SQLFile(path: $0.path, content: $0.content) }.sorted { $0.path < $1.path }
        func inFolder(_ folder: String) -> [SQLFile] { files.filter { $0.path.hasPrefix(folder + "/") } }

        bootstrap =
            files.first { $0.path == "bootstrap.sql" } ?? SQLFile(path: "bootstrap.sql", content: Self.bootstrapText)
        migrations = try Self.numbered(inFolder("migrations"))
        repeatables = try Self.staged(functions: inFolder("functions"), views: inFolder("views"))
        invariants = inFolder("invariants")
        seeds = inFolder("data").filter { $0.path.hasSuffix(".sql") }
        workingDays = files.first { $0.path == Self.workingDaysPath }
    }

    /// The files that run again when their hash changes; `bootstrap.sql` and migrations are not among them.
    var hashedFiles: [SQLFile] { repeatables + hashedData }

    /// The part of `hashedFiles` below `data/`.
    var hashedData: [SQLFile] { [workingDays].compactMap(\.self) + seeds }

    private static let workingDaysPath = "data/working-day-exceptions.csv"

    /// A folder of `ANXIN_SQL_DIR` need not repeat the migrator's own tables.
    private static var bootstrapText: String {
        EmbeddedSQL.files.first { $0.path == "bootstrap.sql" }?.content ?? ""
    }

    private static func numbered(_ files: [SQLFile]) throws(OpsError) -> [Migration] {
        var migrations: [Migration] = []
        for file in files { migrations.append(try Migration(file: file)) }
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            throw index > 0 && migrations[index - 1].number == migration.number
                ? .duplicateMigration(number: migration.number) : .missingMigration(number: index + 1)
        }
        return migrations
    }

    private static func staged(functions: [SQLFile], views: [SQLFile]) throws(OpsError) -> [SQLFile] {
        let stages = Stage.allCases.map(\.rawValue)
        func stage(of file: SQLFile) -> String? {
            let parts = file.path.split(separator: "/")
            return parts.count == 3 && file.path.hasSuffix(".sql") ? stages.first { $0 == parts[1] } : nil
        }
        for file in functions + views where stage(of: file) == nil {
            throw .unknownStage(path: "sql/" + file.path)
        }
        return stages.flatMap { name in [functions, views].flatMap { $0.filter { stage(of: $0) == name } } }
    }

    private static func files(below directory: String) throws -> [(path: String, content: String)] {
        let root = URL(fileURLWithPath: directory, isDirectory: true).resolvingSymlinksInPath()
        guard let paths = FileManager.default.enumerator(atPath: root.path(percentEncoded: false)) else {
            throw OpsError.unreadableSQLDirectory(path: directory)
        }
        var files: [(path: String, content: String)] = []
        for case let path as String in paths where path.hasSuffix(".sql") || path.hasSuffix(".csv") {
            guard let content = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else {
                throw OpsError.unreadableSQLDirectory(path: path)
            }
            files.append((path, content))
        }
        return files
    }
}
