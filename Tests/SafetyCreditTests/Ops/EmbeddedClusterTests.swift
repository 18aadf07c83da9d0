import Foundation
import PQ
import SafetyCredit
import Synchronization
import Testing

@Suite(.serialized) struct EmbeddedClusterTests {
    @Test func `a first start makes the cluster and its database`() async throws {
        try await withCluster { cluster in
            #expect(cluster.state == .absent)
            let events = Events()
            try await cluster.start(report: events.add)
            #expect(
                events.all == [
                    .creating(dataDirectory: cluster.dataDirectory), .started(dataDirectory: cluster.dataDirectory),
                ])
            #expect(cluster.isRunning)

            let connection = try await Connection.connect(ConnectionOptions(conninfo: cluster.conninfo))
            let facts = try await ServerFacts.read(connection)
            #expect(facts.database == "anxin")
            #expect(facts.encoding == "UTF8")
            #expect(facts.characterType == "C.UTF-8")
            #expect(facts.objections.isEmpty)
            let settings = try await connection.values(
                """
                select setting from pg_settings
                where name in ('data_checksums', 'fsync', 'listen_addresses', 'log_error_verbosity', 'max_connections', 'TimeZone')
                order by lower(name)
                """, as: String.self)
            #expect(settings == ["on", "on", "", "terse", "40", "Asia/Shanghai"])
            await connection.close()
        }
    }

    @Test func `nobody but the server's user can enter its folder`() async throws {
        try await withCluster { cluster in
            try await cluster.start()
            for folder in ["/postgres", "/postgres/data", "/postgres/run"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: cluster.dataDirectory + folder)
                #expect(attributes[.posixPermissions] as? Int == 0o700, "\(folder)")
            }
        }
    }

    @Test func `a second start changes nothing and a stop keeps the data`() async throws {
        try await withCluster { cluster in
            try await cluster.start()
            try await run("create table kept (n int); insert into kept values (1)", on: cluster)
            let before = cluster.state
            let events = Events()
            try await cluster.start(report: events.add)
            #expect(events.all.isEmpty)
            #expect(cluster.state == before)

            try await cluster.stop(report: events.add)
            #expect(cluster.state == .stopped)
            try await cluster.stop(report: events.add)
            #expect(events.all == [.stopped(dataDirectory: cluster.dataDirectory)])

            try await cluster.start()
            #expect(try await keptRows(on: cluster) == 1)
        }
    }

    @Test func `of many starts at once one makes the cluster and all can connect`() async throws {
        try await withCluster { cluster in
            let events = Events()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...4 {
                    group.addTask {
                        let own = EmbeddedCluster(dataDirectory: cluster.dataDirectory)
                        try await own.start(report: events.add)
                        try await run("select 1", on: own)
                    }
                }
                try await group.waitForAll()
            }
            #expect(events.all.count == 2)
        }
    }

    @Test func `a server that was killed starts again with what it had acknowledged`() async throws {
        try await withCluster { cluster in
            try await cluster.start()
            try await run("create table kept (n int); insert into kept values (1)", on: cluster)
            guard case .running(let processID) = cluster.state else { return #expect(Bool(false), "not running") }
            kill(processID, SIGKILL)
            while cluster.isRunning { await Task.yield() }
            try await cluster.start()
            #expect(try await keptRows(on: cluster) == 1)
        }
    }

    @Test func `a note of a process number that another program has now does not hinder a start`() async throws {
        try await withCluster { cluster in
            try await cluster.start()
            let note = cluster.dataDirectory + "/postgres/data/postmaster.pid"
            let text = try String(contentsOfFile: note, encoding: .utf8)
            try await cluster.stop()

            let other = try sleepAsServerUser()
            // Not `terminate()`: the child has inherited this thread's blocked signals.
            defer { kill(other.processIdentifier, SIGKILL) }
            let lines =
                ["\(other.processIdentifier)"]
                + text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
            try lines.joined(separator: "\n").write(toFile: note, atomically: true, encoding: .utf8)
            let socketLock = cluster.socketDirectory + "/.s.PGSQL.5432.lock"
            try lines.joined(separator: "\n").write(toFile: socketLock, atomically: true, encoding: .utf8)
            #expect(cluster.state == .stopped)
            try await cluster.start()
            #expect(cluster.isRunning)
        }
    }

    @Test func `a half-made cluster is made again`() async throws {
        try await withCluster { cluster in
            let draft = cluster.dataDirectory + "/postgres/data.new"
            try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: true)
            try "15".write(toFile: draft + "/PG_VERSION", atomically: true, encoding: .utf8)
            try await giveToServerUser(cluster.dataDirectory + "/postgres")
            try await cluster.start()
            #expect(cluster.isRunning)
        }
    }

    @Test func `a data directory too deep for a socket gets a short one that is remembered`() async throws {
        try await withCluster(below: String(repeating: "deep/", count: 20)) { cluster in
            try await cluster.start()
            let sockets = cluster.socketDirectory
            defer { try? FileManager.default.removeItem(atPath: sockets) }
            #expect(!sockets.hasPrefix(cluster.dataDirectory))
            #expect((sockets + "/.s.PGSQL.5432").utf8.count <= 107)
            let attributes = try FileManager.default.attributesOfItem(atPath: sockets)
            #expect(attributes[.posixPermissions] as? Int == 0o700)

            try await cluster.stop()
            try await cluster.start()
            #expect(EmbeddedCluster(dataDirectory: cluster.dataDirectory).socketDirectory == sockets)
            try await run("select 1", on: cluster)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root has a user it drops to"))
    func `a folder that the server's user cannot enter is refused with its name`() async throws {
        let closed = FileManager.default.temporaryDirectory.appending(path: "closed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: closed, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: closed) }
        let cluster = EmbeddedCluster(dataDirectory: closed.path() + "/anxin")
        let error = await #expect(throws: OpsError.self) { try await cluster.start() }
        guard case .folderUnreachable(let path, user: "postgres") = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
        #expect(path == cluster.dataDirectory)
    }
}

// MARK: - Helpers

/// Runs a body with a cluster in a fresh folder and takes both away afterwards.
private func withCluster(below: String = "", _ body: (EmbeddedCluster) async throws -> Void) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "anxin-cluster-\(UUID().uuidString.prefix(8))")
    let cluster = EmbeddedCluster(dataDirectory: root.path() + "/" + below + "state")
    defer { try? FileManager.default.removeItem(at: root) }
    do {
        try await body(cluster)
    } catch {
        try? await cluster.stop()
        throw error
    }
    try await cluster.stop()
}

private func run(_ sql: String, on cluster: EmbeddedCluster) async throws {
    let connection = try await Connection.connect(ConnectionOptions(conninfo: cluster.conninfo))
    try await connection.script(sql)
    await connection.close()
}

private func keptRows(on cluster: EmbeddedCluster) async throws -> Int64 {
    let connection = try await Connection.connect(ConnectionOptions(conninfo: cluster.conninfo))
    let count = try await connection.value("select count(*) from kept", as: Int64.self)
    await connection.close()
    return count
}

/// A program of the server's user that is no server.
private func sleepAsServerUser() throws -> Process {
    let process = Process()
    let asOther = ["/usr/bin/setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups"]
    let words = (geteuid() == 0 ? asOther : []) + ["/usr/bin/sleep", "600"]
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    // Nobody is to wait for the end of an output that it holds open.
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
}

private func giveToServerUser(_ path: String) async throws {
    guard geteuid() == 0, let user = getpwnam("postgres") else { return }
    let owner: [FileAttributeKey: Any] = [
        .ownerAccountID: user.pointee.pw_uid, .groupOwnerAccountID: user.pointee.pw_gid, .posixPermissions: 0o700,
    ]
    for item in [path] + (FileManager.default.subpaths(atPath: path) ?? []).map({ path + "/" + $0 }) {
        try FileManager.default.setAttributes(owner, ofItemAtPath: item)
    }
}

/// What a cluster reported, from any task.
private final class Events: Sendable {
    private let events = Mutex<[EmbeddedCluster.Event]>([])

    var all: [EmbeddedCluster.Event] { events.withLock { $0 } }

    @Sendable func add(_ event: EmbeddedCluster.Event) { events.withLock { $0.append(event) } }
}
