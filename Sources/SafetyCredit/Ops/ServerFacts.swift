public import PQ

/// What a database server says about itself, and whether the register may run on it.
public struct ServerFacts: Sendable, Equatable {
    /// As PostgreSQL counts: 150020 is 15.20.
    public let versionNumber: Int
    public let version: String
    public let database: String
    public let encoding: String
    public let collation: String
    public let characterType: String

    /// 15.20: 15.18 can commit both halves of a write skew and leaks rows past row security.
    public static let oldestVersionNumber = 150_020

    public init(
        versionNumber: Int, version: String, database: String, encoding: String, collation: String,
        characterType: String
    ) {
        self.versionNumber = versionNumber
        self.version = version
        self.database = database
        self.encoding = encoding
        self.collation = collation
        self.characterType = characterType
    }

    /// Asks the server.
    public static func read(_ connection: isolated Connection) throws -> ServerFacts {
        let (number, version, database, encoding, collation, characterType) = try connection.row(
            """
            select current_setting('server_version_num')::int,
                   current_setting('server_version'),
                   datname::text,
                   pg_encoding_to_char(encoding)::text,
                   datcollate::text,
                   datctype::text
            from pg_database
            where datname = current_database()
            """, as: (Int32, String, String, String, String, String).self)
        return ServerFacts(
            versionNumber: Int(number), version: version, database: database, encoding: encoding, collation: collation,
            characterType: characterType)
    }

    /// Everything that forbids to run here; empty for a good database.
    public var objections: [OpsError] {
        var objections: [OpsError] = []
        if versionNumber < Self.oldestVersionNumber {
            objections.append(.serverTooOld(versionNumber: versionNumber, minimum: Self.oldestVersionNumber))
        }
        if encoding != "UTF8" { objections.append(.encodingNotUTF8(database: database, encoding: encoding)) }
        if ["C", "POSIX"].contains(characterType) {
            objections.append(.characterTypeIsC(database: database, characterType: characterType))
        }
        return objections
    }

    /// **Throws** the first objection: `OpsError.serverTooOld`, `.encodingNotUTF8` or `.characterTypeIsC`.
    public func requireFit() throws(OpsError) {
        if let objection = objections.first { throw objection }
    }
}
