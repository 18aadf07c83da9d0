import Foundation
import PQ
import PQTesting

/// Runs the built command as a process of its own.
enum AnxinCommand {
    private static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
        path: "anxin"
    ).path()

    static let isBuilt = FileManager.default.isExecutableFile(atPath: path)

    /// The database, and the key that it belongs to.
    private static func settings(_ options: ConnectionOptions) -> [String: String] {
        ["ANXIN_DATABASE_URL": options.conninfo, "ANXIN_ID_KEY_FILE": Story.identityKeyFile]
    }

    /// Starts the command on a database; what it prints is dropped.
    static func start(_ arguments: [String], _ options: ConnectionOptions, output: FileHandle = .nullDevice) throws
        -> Process
    {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments + ["--lang", "zh"]
        process.environment = ProcessInfo.processInfo.environment.merging(
            settings(options).merging(["ANXIN_DATA_DIR": NSTemporaryDirectory()]) { $1 }
        ) { $1 }
        process.standardOutput = output
        process.standardError = output
        try process.run()
        return process
    }

    /// Starts the command on a database with settings of its own, to be signalled and waited for.
    static func child(
        _ arguments: [String], _ options: ConnectionOptions, environment: [String: String], output: String = "/dev/null"
    ) throws -> ChildProcess {
        let settings = environment.merging(settings(options)) { $1 }.map { "\($0)=\($1)" }
        return try ChildProcess.start(["/usr/bin/env"] + settings + [path] + arguments, output: output)
    }

    /// Runs the command to its end and gives its status and all it printed.
    static func run(_ arguments: [String], _ options: ConnectionOptions) async throws -> (status: Int32, output: String)
    {
        let folder = try TemporaryFolder()
        let path = folder.path + "/output"
        try Data().write(to: URL(filePath: path))
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        let process = try start(arguments, options, output: handle)
        process.waitUntilExit()
        try handle.close()
        return (process.terminationStatus, try folder.text("output"))
    }
}
