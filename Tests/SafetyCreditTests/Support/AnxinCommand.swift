import Foundation
import PQ
import PQTesting

/// Runs the built command as a process of its own.
enum AnxinCommand {
    private static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
        path: "anxin"
    ).path()

    static let isBuilt = FileManager.default.isExecutableFile(atPath: path)

    /// The database, the key that it belongs to, and a place for all else.
    private static func settings(_ options: ConnectionOptions) -> [String: String] {
        [
            "ANXIN_DATABASE_URL": options.conninfo, "ANXIN_ID_KEY_FILE": Story.identityKeyFile,
            "ANXIN_DATA_DIR": NSTemporaryDirectory(),
        ]
    }

    /// Starts the command on a database, to be signalled and waited for.
    static func child(
        _ arguments: [String], _ options: ConnectionOptions, environment: [String: String] = [:],
        output: String = "/dev/null"
    ) throws -> ChildProcess {
        let settings = settings(options).merging(environment) { $1 }.map { "\($0)=\($1)" }
        return try ChildProcess.start(
            ["/usr/bin/env"] + settings + [path] + arguments + ["--lang", "zh"], output: output)
    }

    /// Runs the command to its end and gives its status and all it printed.
    static func run(_ arguments: [String], _ options: ConnectionOptions) async throws -> (status: Int32, output: String)
    {
        let folder = try TemporaryFolder()
        let status = try child(arguments, options, output: folder.path + "/output").wait()
        return (status, try folder.text("output"))
    }
}
