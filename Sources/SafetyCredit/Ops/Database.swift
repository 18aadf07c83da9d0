public import PQ

/// The way from a configuration to an open database: starts the embedded cluster where it is meant, checks server and schema.
public struct Database: Sendable {
    public let configuration: Configuration
    private let report: @Sendable (EmbeddedCluster.Event) -> Void

    public init(_ configuration: Configuration, report: @escaping @Sendable (EmbeddedCluster.Event) -> Void = { _ in })
    {
        self.configuration = configuration
        self.report = report
    }

    /// The embedded cluster when the configuration names no server.
    public var cluster: EmbeddedCluster? {
        guard case .embedded(let dataDirectory) = configuration.database else { return nil }
        return EmbeddedCluster(dataDirectory: dataDirectory)
    }

    /// What libpq connects with; "" lets it read its own variables.
    public var conninfo: String {
        switch configuration.database {
        case .url(let url): url.reveal()
        case .libpqEnvironment: ""
        case .embedded(let dataDirectory): EmbeddedCluster(dataDirectory: dataDirectory).conninfo
        }
    }

    /// Starts the embedded cluster if the configuration names no server.
    public func startCluster() async throws { try await cluster?.start(report: report) }

    /// Connects without looking at the schema: for the migrator, `status` and `verify`.
    ///
    /// **Throws** `OpsError` of the cluster, `PQError` when the server cannot be reached.
    public func connectForMigration() async throws -> Connection {
        try await startCluster()
        return try await Connection.connect(options(role: nil))
    }

    /// Connects as a role, once the server and its schema are known to be good.
    ///
    /// The look at the schema is the session's first work, as the login: a session costs more than what most commands ask of it.
    ///
    /// **Throws** `OpsError`: a login without the role (`.roleNotGranted`), an unfit server, a schema that is newer, edited or behind
    /// (`.schemaOutdated`); `PQError`.
    public func connect(role: DatabaseRole = .worker) async throws -> Connection {
        let catalogue = try SQLCatalogue.load(directory: configuration.sqlDirectory)
        let connection = try await connectForMigration()
        do {
            try await Self.check(connection, role, Migrator(catalogue: catalogue))
            try await connection.execute("select set_config('role', \(role.rawValue), false)")
        } catch {
            await connection.close()
            throw error
        }
        return connection
    }

    /// Options for connections that work as a role, once the server and its schema are known to be good.
    ///
    /// **Throws** as `connect`.
    public func checkedOptions(role: DatabaseRole = .worker) async throws -> ConnectionOptions {
        try await connect(role: role).close()
        return options(role: role)
    }

    /// Runs a body on one connection that works as a role.
    public func withConnection<T: Sendable>(
        role: DatabaseRole = .worker, _ body: @Sendable (isolated Connection) throws -> T
    ) async throws -> T {
        let connection = try await connect(role: role)
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }

    private func options(role: DatabaseRole?) -> ConnectionOptions {
        ConnectionOptions(conninfo: conninfo, applicationName: "anxin", role: role?.rawValue)
    }

    private static func check(
        _ connection: isolated Connection, _ role: DatabaseRole, _ migrator: Migrator
    ) throws {
        try ServerFacts.read(connection).requireFit()
        try require(role, connection)
        try migrator.state(connection).requireCurrent()
    }

    /// Asks for membership before the role is taken, so that a refusal can name both sides of the missing grant. A role that does not
    /// exist yet is the migrator's affair.
    private static func require(_ role: DatabaseRole, _ connection: isolated Connection) throws {
        let outsider = try connection.values(
            "select session_user::text from pg_roles as r where r.rolname = \(role.rawValue) and not pg_has_role(r.oid, 'member')",
            as: String.self
        ).first
        if let login = outsider { throw OpsError.roleNotGranted(role, login: login) }
    }
}
