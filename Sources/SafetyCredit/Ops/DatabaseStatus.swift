import PQ

/// What `anxin db status` tells: which database, which server, which schema.
///
/// **Units** sizes in bytes.
public struct DatabaseStatus: Encodable, Sendable {
    /// What only a running server can tell.
    public struct Server: Encodable, Sendable {
        public let version: String
        public let database: String
        public let encoding: String
        public let collation: String
        public let characterType: String
        public let sizeBytes: Int64
        /// The last applied migration; 0 for an empty database.
        public let schemaNumber: Int
        public let isCurrent: Bool
        public let pendingFiles: [String]
    }

    /// The version of this document's shape.
    public let schemaVersion = 1
    public let programVersion = SafetyCredit.version
    public let isEmbedded: Bool
    public let dataDirectory: String?
    public let socketDirectory: String?
    /// Bytes of the embedded cluster's files, write-ahead log included.
    public let clusterSizeBytes: Int64?
    /// Nil while the embedded cluster is absent or stopped.
    public let server: Server?

    /// Looks at a database without starting anything.
    ///
    /// **Throws** `PQError` when a server is named and cannot be reached.
    public static func read(_ database: Database) async throws -> DatabaseStatus {
        let catalogue = try SQLCatalogue.load(directory: database.configuration.sqlDirectory)
        let cluster = database.cluster
        var server: Server?
        if cluster?.isRunning ?? true {
            let connection = try await database.connectForMigration()
            server = try await Server.read(connection, Migrator(catalogue: catalogue))
            await connection.close()
        }
        return DatabaseStatus(
            isEmbedded: cluster != nil,
            dataDirectory: cluster?.dataDirectory,
            socketDirectory: cluster?.socketDirectory,
            clusterSizeBytes: cluster?.sizeOnDisk(),
            server: server)
    }
}

extension DatabaseStatus.Server {
    fileprivate static func read(_ connection: isolated Connection, _ migrator: Migrator) throws -> Self {
        let facts = try ServerFacts.read(connection)
        let state = try migrator.state(connection)
        let size = try connection.value("select pg_database_size(current_database())", as: Int64.self)
        return Self(
            version: facts.version, database: facts.database, encoding: facts.encoding, collation: facts.collation,
            characterType: facts.characterType, sizeBytes: size, schemaNumber: state.appliedNumber,
            isCurrent: state.isCurrent, pendingFiles: state.pendingPaths)
    }
}

extension DatabaseStatus {
    private enum CodingKeys: String, CodingKey {
        case schemaVersion = "schema_version"
        case programVersion = "program_version"
        case isEmbedded = "is_embedded"
        case dataDirectory = "data_directory"
        case socketDirectory = "socket_directory"
        case clusterSizeBytes = "cluster_size_bytes"
        case server
    }
}

extension DatabaseStatus.Server {
    private enum CodingKeys: String, CodingKey {
        case version, database, encoding, collation
        case characterType = "character_type"
        case sizeBytes = "size_bytes"
        case schemaNumber = "schema_number"
        case isCurrent = "is_current"
        case pendingFiles = "pending_files"
    }
}
