public import Foundation

/// Everything a command needs to know about its surroundings, built once from flags, then environment, then defaults.
public struct Configuration: Sendable, Equatable, CustomStringConvertible {
    /// What the command line gave; nil where a flag was absent.
    public struct Flags: Sendable, Equatable {
        public var databaseURL: String?
        public var language: String?

        public init(databaseURL: String? = nil, language: String? = nil) {
            self.databaseURL = databaseURL
            self.language = language
        }
    }

    public let database: DatabaseTarget
    public let dataDirectory: String
    public let language: Language
    /// The file that holds the key of resident numbers; nil until one is set.
    public let identityKeyFile: String?
    /// The folder that replaces the SQL files in the binary; nil uses those.
    public let sqlDirectory: String?
    /// Where the bureau's site stands; the web server's root is its `current`.
    public let siteDirectory: String
    /// Where batch files for the sharing platform stand, and its receipts.
    public let dropDirectory: String
    /// Where every send is noted, outside the database.
    public let journalDirectory: String
    /// How the enterprise publicity system is reached; nil where this machine does not serve it.
    public let enterprise: HTTPSAccess?
    /// How the worker writes its log.
    public let logFormat: LogFormat
    /// Everything that is wrong.
    public let problems: [ConfigurationProblem]

    /// Reads every setting; what is wrong is kept for `validate()` and stands at its default meanwhile.
    public init(flags: Flags = Flags(), environment: [String: String], isRoot: Bool = geteuid() == 0) {
        var reader = SettingReader(environment: environment)
        language = reader.choice("--lang", flags.language, variable: "ANXIN_LANG", default: .chinese)
        identityKeyFile = reader.secretFile("ANXIN_ID_KEY_FILE", groupMayRead: false)
        sqlDirectory = reader.folder("ANXIN_SQL_DIR")
        dataDirectory =
            reader.absolutePath("ANXIN_DATA_DIR") ?? Self.defaultDataDirectory(environment: environment, isRoot: isRoot)
        siteDirectory = reader.absolutePath("ANXIN_SITE_DIR") ?? dataDirectory + "/site"
        dropDirectory = reader.absolutePath("ANXIN_DROP_DIR") ?? dataDirectory + "/sharing-platform"
        journalDirectory = reader.absolutePath("ANXIN_JOURNAL_DIR") ?? dataDirectory + "/send-journal"
        logFormat = reader.choice(nil, nil, variable: "ANXIN_LOG_FORMAT", default: .text)
        enterprise = HTTPSAccess("ANXIN_ENTERPRISE", from: &reader)
        if let url = flags.databaseURL ?? reader.text("ANXIN_DATABASE_URL") {
            database = .url(Secret(url))
        } else if DatabaseTarget.namingVariables.contains(where: { reader.text($0) != nil }) {
            database = .libpqEnvironment
        } else {
            database = .embedded(dataDirectory: dataDirectory)
        }
        problems = reader.problems
    }

    /// Reports every problem at once.
    ///
    /// **Throws** `OpsError.invalidConfiguration` with all problems when there are any.
    public func validate() throws(OpsError) {
        guard problems.isEmpty else { throw .invalidConfiguration(problems) }
    }

    public var description: String {
        """
        database=\(database) data_directory=\(dataDirectory) lang=\(language.rawValue) \
        id_key_file=\(identityKeyFile == nil ? "unset" : "***") \
        sql_directory=\(sqlDirectory ?? "embedded") site=\(siteDirectory) drop=\(dropDirectory) \
        journal=\(journalDirectory) enterprise=[\(enterprise.map(String.init(describing:)) ?? "unset")]
        """
    }

    /// `/var/lib/anxin` for root, whose own home the database's user could not enter; the user's state folder otherwise.
    private static func defaultDataDirectory(environment: [String: String], isRoot: Bool) -> String {
        if isRoot { return "/var/lib/anxin" }
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/anxin" }
        return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/state/anxin"
    }
}
