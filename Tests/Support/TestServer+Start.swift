import Foundation

extension TestServer {
    static let binaries = "/usr/lib/postgresql/15/bin"

    /// Takes the server named by the environment or makes a cluster of its own.
    static func start() throws -> TestServer {
        if let url = ProcessInfo.processInfo.environment["ANXIN_TEST_DATABASE_URL"] {
            return TestServer(conninfo: url, directory: nil, processID: nil)
        }
        let directory = try makeDirectory()
        try initialize(directory)
        let pid = try launch(
            directory, settings: ["listen_addresses=", "max_connections=400", "max_prepared_transactions=10"])
        return TestServer(conninfo: "host=\(directory) user=postgres", directory: directory, processID: pid)
    }

    /// Makes an empty cluster in a directory.
    static func initialize(_ directory: String) throws {
        try Command.run(
            "\(binaries)/initdb",
            [
                "-D", "\(directory)/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                "--no-sync",
            ])
    }

    /// Starts the cluster of a directory, with its socket there, until the end of this process.
    static func launch(_ directory: String, settings: [String]) throws -> Int32 {
        let common = [
            "fsync=off", "synchronous_commit=off", "full_page_writes=off", "unix_socket_directories=\(directory)",
            "shared_buffers=128MB", "logging_collector=off", "wal_level=minimal", "max_wal_senders=0",
            "autovacuum=off",
        ]
        try Command.run(
            "\(binaries)/pg_ctl",
            [
                "-D", "\(directory)/data", "-l", "\(directory)/log", "-w", "-t", "60", "-o",
                (common + settings).map { "-c \($0)" }.joined(separator: " "), "start",
            ])
        let pid = try processID(of: directory)
        ServerAtExit.shared.stop(pid: pid, directory: directory)
        return pid
    }

    /// A directory only this process and the server use; its name carries no fixed part another run could hold.
    static func makeDirectory() throws -> String {
        var template = Array("/tmp/anxin-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TestServerError.noDirectory }
        let directory = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        if geteuid() == 0, let user = getpwnam("postgres") {
            chown(directory, user.pointee.pw_uid, user.pointee.pw_gid)
        }
        return directory
    }

    static func processID(of directory: String) throws -> Int32 {
        let text = try String(contentsOfFile: "\(directory)/data/postmaster.pid", encoding: .utf8)
        guard let pid = text.split(separator: "\n").first.flatMap({ Int32($0) }) else { throw TestServerError.noServer }
        return pid
    }
}

/// Why no test server could be started.
public enum TestServerError: Error {
    case noDirectory, noServer
    case failed(command: String, output: String)
}
