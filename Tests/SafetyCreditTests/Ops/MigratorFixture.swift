import PQ
import PQTesting
import SafetyCredit
import Synchronization

/// A small `sql/` for the migrator's tests: a table, a function, a view over it, a seed.
enum Fixture {
    static let base: [String: String] = [
        "migrations/0001_create_firm.sql": """
        create schema register;
        create table register.firm (firm_id int primary key, name text not null);
        """,
        "migrations/0002_add_city.sql": "alter table register.firm add column city text;",
        "functions/register/shout.sql": """
        create or replace function register.shout(name text) returns text language sql immutable
        return upper(name);
        """,
        "views/register/firm_name.sql": """
        create or replace view register.firm_name as select firm_id, register.shout(name) as name from register.firm;
        """,
        "data/firm.sql": """
        insert into register.firm (firm_id, name) values (1, '安信')
        on conflict (firm_id) do update set name = excluded.name where firm.name is distinct from excluded.name;
        """,
    ]

    static func catalogue(_ files: [String: String] = base) -> SQLCatalogue {
        do {
            return try SQLCatalogue(files: files.map { ($0.key, $0.value) })
        } catch {
            fatalError("the fixture's files: \(error)")
        }
    }
}

extension [String: String] {
    func adding(_ path: String, _ content: String) -> Self { merging([path: content]) { $1 } }

    func removing(_ path: String) -> Self { filter { $0.key != path } }
}

/// Brings a database up to the files and tells what was done.
@discardableResult
func up(_ connection: Connection, _ files: [String: String]) async throws -> [Migrator.Step] {
    let steps = Mutex<[Migrator.Step]>([])
    try await Migrator(catalogue: Fixture.catalogue(files)).up(connection) { step in steps.withLock { $0.append(step) }
    }
    return steps.withLock { $0 }
}

func exists(_ relation: String, _ connection: Connection) async throws -> Bool {
    try await connection.value("select to_regclass(\(relation)) is not null", as: Bool.self)
}

/// When each repeatable file was last applied, as text.
func objectTimes(_ connection: Connection) async throws -> [String] {
    try await connection.values(
        "select path || applied_at::text from ops.applied_object order by path", as: String.self)
}

/// Runs a body with a connection to an empty database, dropped afterwards.
func withDatabase(_ body: (Connection) async throws -> Void) async throws {
    try await withEmptyDatabase { options in
        let connection = try await Connection.connect(options)
        try await body(connection)
        await connection.close()
    }
}

/// Runs a body with the options for an empty database made from template0 with `creation`, dropped afterwards.
func withEmptyDatabase(
    _ creation: Statement = "", _ body: (ConnectionOptions) async throws -> Void
) async throws {
    let server = try TestServer.shared()
    let name = "ops_\(UInt32.random(in: 0 ... .max))"
    let admin = try await server.connect()
    try await admin.execute("create database \(identifier: name) template template0 " + creation)
    do {
        try await body(server.options(database: name))
    } catch {
        _ = try? await admin.execute("drop database \(identifier: name) with (force)")
        throw error
    }
    try await admin.execute("drop database \(identifier: name) with (force)")
    await admin.close()
}
