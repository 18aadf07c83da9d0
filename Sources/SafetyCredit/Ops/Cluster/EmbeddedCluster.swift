public import Foundation
import PQ

/// A PostgreSQL cluster of one's own: made, started and stopped by `anxin`, reachable through a private unix socket only.
///
/// Below the data directory:
/// ```
/// cluster.lock             held while somebody starts or stops the server
/// postgres/                open to the server's user (and root) alone
///   data/                  the cluster
///   log/                   the server's log, one file per weekday
///   run/                   the socket, unless its path would be too long: then `socket-directory` names another folder
/// ```
/// Every login over the socket is trusted, because nobody but that user and root can reach it. When root starts it, the
/// server runs as `postgres`.
public struct EmbeddedCluster: Sendable {
    /// What `start` did, to be told to the user.
    public enum Event: Equatable, Sendable {
        case creating(dataDirectory: String)
        case started(dataDirectory: String)
        case stopped(dataDirectory: String)
    }

    /// Whether there is a cluster and whether its server runs.
    public enum State: Equatable, Sendable {
        case absent
        case stopped
        case running(processID: Int32)
    }

    public static let databaseName = "anxin"

    public let dataDirectory: String
    let environment: [String: String]

    /// A cluster in a data directory, which need not exist yet.
    public init(dataDirectory: String, environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.dataDirectory = dataDirectory
        self.environment = environment
    }

    /// How to connect to the database; true once `start` has returned.
    public var conninfo: String { conninfo(database: Self.databaseName) }

    /// The folder of the server's socket.
    public var socketDirectory: String { SocketDirectory.current(below: folder) }

    /// Makes the cluster and its database if they are missing and starts the server if it does not run.
    ///
    /// Safe to call at any time and from several processes at once: one does the work, the others wait for it.
    ///
    /// **Throws** `OpsError`: no binaries, no user, a folder the user cannot enter, a tool that failed, `clusterBusy`.
    public func start(report: (Event) -> Void = { _ in }) async throws {
        let user = try ServerUser.forThisProcess()
        try makeDataDirectory()
        let lock = try await FileLock.acquire(lockFile)
        try await startServer(as: user, report: report)
        try await createDatabaseIfMissing()
        lock.release()
    }

    /// Stops the server, ending open sessions; a cluster that does not run stays as it is.
    ///
    /// **Throws** `OpsError.toolFailed` when the server does not stop in time, `clusterBusy`.
    public func stop(report: (Event) -> Void = { _ in }) async throws {
        guard isRunning else { return }
        let user = try ServerUser.forThisProcess()
        let lock = try await FileLock.acquire(lockFile)
        if isRunning {
            let binaries = try await PostgresBinaries.find(dataMajor: dataMajor, environment: environment)
            try await Tool.require(
                binaries.path("pg_ctl"), ["stop", "-D", data, "-m", "fast", "-w", "-t", "60"], as: user)
            report(.stopped(dataDirectory: dataDirectory))
        }
        lock.release()
    }

    /// Looks at the files and the process, without a connection.
    public var state: State {
        guard dataMajor != nil else { return .absent }
        return PostmasterFile(dataFolder: data).liveProcessID.map(State.running) ?? .stopped
    }

    public var isRunning: Bool {
        if case .running = state { true } else { false }
    }

    /// Bytes of all files of the cluster, log included.
    public func sizeOnDisk() -> Int64 {
        let files = FileManager.default.enumerator(
            at: URL(fileURLWithPath: folder), includingPropertiesForKeys: [.fileSizeKey])
        return (files ?? .init()).reduce(into: 0) { sum, item in
            sum += Int64((try? (item as? URL)?.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0)
        }
    }
}

// MARK: - Starting

extension EmbeddedCluster {
    private func startServer(as user: ServerUser, report: (Event) -> Void) async throws {
        let postmaster = PostmasterFile(dataFolder: data)
        if dataMajor != nil, postmaster.liveProcessID != nil { return try await postmaster.waitUntilReady() }
        try user.makePrivateFolder(folder)
        try await checkReachable(by: user)
        let binaries = try await PostgresBinaries.find(dataMajor: dataMajor, environment: environment)
        if dataMajor == nil {
            report(.creating(dataDirectory: dataDirectory))
            try await initialise(with: binaries, as: user)
        }
        try await postmaster.recover()
        let sockets = try SocketDirectory.prepare(below: folder, user: user, environment: environment)
        // The folder is this cluster's alone and its server does not run: a lock there is a dead server's.
        unlink("\(sockets)/\(SocketDirectory.socketName).lock")
        try user.makePrivateFolder(folder + "/log")
        try writeSettings(socketDirectory: sockets, user: user)
        let options = ["start", "-D", data, "-l", folder + "/log/start.log", "-w", "-t", "120", "-s"]
        let result = try await Tool.run(binaries.path("pg_ctl"), options, as: user)
        guard result.status == 0 else {
            let tail = logTail()
            throw OpsError.toolFailed(
                tool: "pg_ctl start", status: result.status, output: result.output + (tail.isEmpty ? "" : "\n" + tail))
        }
        report(.started(dataDirectory: dataDirectory))
    }

    /// Makes the cluster under another name and renames it when complete: a half-made one is never taken for a cluster.
    private func initialise(with binaries: PostgresBinaries, as user: ServerUser) async throws {
        let draft = data + ".new"
        if FileManager.default.fileExists(atPath: draft) { try FileManager.default.removeItem(atPath: draft) }
        try await Tool.require(
            binaries.path("initdb"),
            [
                "-D", draft, "--username=\(Self.superuser)", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
                "--auth-local=trust", "--auth-host=reject",
            ], as: user)
        let main = draft + "/postgresql.conf"
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: main))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("\ninclude '\(ClusterSettings.fileName)'\n".utf8))
        try handle.close()
        guard rename(draft, data) == 0 else { throw OpsError.folderNotUsable(path: data, errorCode: errno) }
    }

    private func writeSettings(socketDirectory: String, user: ServerUser) throws {
        let path = data + "/" + ClusterSettings.fileName
        let text = ClusterSettings.text(socketDirectory: socketDirectory, logDirectory: folder + "/log")
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        try user.own(path)
        guard chmod(path, 0o600) == 0 else { throw OpsError.folderNotUsable(path: path, errorCode: errno) }
    }

    /// Root can enter every folder, the server's user perhaps not.
    private func checkReachable(by user: ServerUser) async throws {
        let result = try await Tool.run("/usr/bin/test", ["-w", folder], as: user)
        guard result.status == 0 else { throw OpsError.folderUnreachable(path: dataDirectory, user: user.name) }
    }

    private func makeDataDirectory() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: dataDirectory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        } catch {
            throw OpsError.folderNotUsable(path: dataDirectory, errorCode: errno)
        }
    }

    private func createDatabaseIfMissing() async throws {
        let connection = try await Connection.connect(
            ConnectionOptions(conninfo: conninfo(database: "postgres"), applicationName: "anxin"))
        let name = Self.databaseName
        let exists = try await connection.value(
            "select exists (select from pg_database where datname = \(name))", as: Bool.self)
        if !exists {
            try await connection.execute(
                "create database anxin template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'")
        }
        await connection.close()
    }
}

// MARK: - Places

extension EmbeddedCluster {
    private static let superuser = "postgres"

    private var folder: String { dataDirectory + "/postgres" }
    private var data: String { folder + "/data" }
    private var lockFile: String { dataDirectory + "/cluster.lock" }

    /// The major version that made the data; nil when there are none.
    private var dataMajor: Int? {
        guard let text = try? String(contentsOfFile: data + "/PG_VERSION", encoding: .utf8) else { return nil }
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private func conninfo(database: String) -> String {
        let host = socketDirectory.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        return "host='\(host)' port=5432 user=\(Self.superuser) dbname=\(database)"
    }

    /// The last lines that the server wrote: at first to `start.log`, once it runs to the weekday's file.
    private func logTail() -> String {
        let files =
            (try? FileManager.default.contentsOfDirectory(
                at: URL(fileURLWithPath: folder + "/log"), includingPropertiesForKeys: [.contentModificationDateKey]))
            ?? []
        func written(_ file: URL) -> Date {
            (try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate) ?? .distantPast
        }
        let newest = files.max { written($0) < written($1) }
        let log = newest.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
        return log.split(separator: "\n").suffix(5).joined(separator: "\n")
    }
}
