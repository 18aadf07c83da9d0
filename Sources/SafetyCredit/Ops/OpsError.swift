public import PQ

/// What can be wrong with the configuration, the database server, its schema or the embedded cluster.
///
/// The cases carry names, numbers and paths; `sentence(in:)` turns them into text for the person at the terminal.
public enum OpsError: Error, Sendable {
    // Configuration
    case invalidConfiguration([ConfigurationProblem])

    // Server
    /// The server's version number as PostgreSQL counts it, e.g. 150018.
    case serverTooOld(versionNumber: Int, minimum: Int)
    case encodingNotUTF8(database: String, encoding: String)
    case characterTypeIsC(database: String, characterType: String)

    // SQL files
    case misnamedFile(path: String)
    case unknownStage(path: String)
    case duplicateMigration(number: Int)
    case missingMigration(number: Int)
    case unreadableSQLDirectory(path: String)
    case malformedLine(path: String, line: Int)

    // Schema
    case migrationEdited(number: Int, name: String)
    case schemaNewer(applied: Int, newest: Int)
    case schemaOutdated(pending: [String])
    case fileFailed(path: String, cause: PQError)
    case fileEndsItsTransaction(path: String)
    /// Re-running functions and views took constraints, indexes, defaults or policies of tables away.
    case tableObjectsDropped([String])
    case migrationInProgress
    case filePending(path: String)
    case fileOrphaned(path: String)
    case roleMissing(DatabaseRole)
    /// The login is no member of the role the command works as.
    case roleNotGranted(DatabaseRole, login: String)

    // Embedded cluster
    case notEmbedded
    case binariesMissing(searched: [String])
    case binariesOfOtherVersion(dataMajor: Int, found: [Int])
    case serverUserMissing(String)
    case folderUnreachable(path: String, user: String)
    case folderNotUsable(path: String, errorCode: Int32)
    case socketPathTooLong(path: String)
    case clusterBusy(lockFile: String)
    case toolFailed(tool: String, status: Int32, output: String)
}

extension OpsError: UserFacingError {
    public var exitStatus: ExitStatus {
        switch self {
        case .invalidConfiguration, .encodingNotUTF8, .characterTypeIsC, .misnamedFile, .unknownStage,
            .duplicateMigration,
            .missingMigration, .unreadableSQLDirectory, .malformedLine, .migrationEdited, .schemaNewer, .schemaOutdated,
            .filePending,
            .fileOrphaned, .roleMissing, .notEmbedded, .serverUserMissing, .folderUnreachable, .socketPathTooLong:
            .configuration
        case .serverTooOld, .binariesMissing, .binariesOfOtherVersion, .toolFailed: .unavailable
        case .fileFailed, .fileEndsItsTransaction, .tableObjectsDropped: .failure
        case .folderNotUsable: .inputOutput
        case .roleNotGranted: .notPermitted
        case .migrationInProgress, .clusterBusy: .tryLater
        }
    }

    public func sentence(in language: Language) -> String {
        switch language {
        case .chinese: chineseSentence
        case .english: englishSentence
        }
    }
}

extension OpsError {
    public var details: String {
        if case .fileFailed(let path, let cause) = self {
            "\(path)\n\(cause.details)"
        } else {
            String(reflecting: self)
        }
    }
}

extension OpsError: CustomStringConvertible {
    public var description: String { englishSentence }
}
