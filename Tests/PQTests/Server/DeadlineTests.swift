import Glibc
import PQ
import PQTesting
import Testing

@Suite struct DeadlineTests {
    @Test func pastItTheConnectionIsDropped() async throws {
        let connection = try await TestServer.shared().connect()
        let pid = await connection.backendProcessID
        let error = await errorOf {
            try await connection.execute(Statement(sql: "select pg_sleep(60)").within(.milliseconds(150)))
        }
        guard case .deadlineExceeded = error else { throw error ?? .connectionClosed }
        #expect(await !connection.isReusable)
        let after = await errorOf { try await connection.execute("select 1") }
        guard case .connectionClosed = after else { throw after ?? .cancelled }
        await connection.close()
        try await waitUntilGone(pid)
    }

    @Test func theLongestDeadlineIsNone() async throws {
        try await withConnection { connection in
            let value = try await connection.value(
                Statement(sql: "select 1").within(.seconds(Int64.max)), as: Int.self)
            #expect(value == 1)
        }
    }

    @Test func aStoppedServerCannotHoldAStatement() async throws {
        let server = try TestServer.shared()
        try #require(server.processID != nil, "only a server this process started may be stopped")
        let connection = try await server.connect()
        let pid = await connection.backendProcessID
        kill(pid, SIGSTOP)
        defer { kill(pid, SIGCONT) }
        let statement = Statement(sql: "select 1").within(.milliseconds(150))
        try await expectDeadline { try await connection.value(statement, as: Int.self) }
        await connection.close()
    }

    @Test func aStoppedServerCannotHoldACopy() async throws {
        let server = try TestServer.shared()
        try #require(server.processID != nil, "only a server this process started may be stopped")
        let connection = try await server.connect()
        try await connection.script("create temporary table firm (id bigint, name text)")
        let pid = await connection.backendProcessID
        let text = String(repeating: "x", count: 10_000)
        let firms = (0..<1_000).map { Firm(id: $0, name: text) }
        kill(pid, SIGSTOP)
        defer { kill(pid, SIGCONT) }
        try await expectDeadline {
            try await connection.copyIn(
                CopyTarget(table: "firm", columns: ["id", "name"]), rows: firms, deadline: .milliseconds(150))
        }
        await connection.close()
    }

    /// Neither the backend nor the postmaster, which would take a request to cancel, answers.
    @Test func aServerStoppedWholeHoldsNoCall() async throws {
        let cluster = try OwnCluster.start()
        let calls: [@Sendable (isolated Connection, Duration) throws -> Void] = [
            { try $0.execute(Statement(sql: "select 1").within($1)) },
            { try $0.script("select 1; select 2", deadline: $1) },
            { try $0.copyIn("copy t from stdin", chunks: [Array("1\n".utf8)], deadline: $1) },
            { try $0.copyOut("copy t to stdout", deadline: $1) { _ in } },
            { connection, limit in
                try connection.pipeline { pipeline in
                    try pipeline.execute("select 1")
                    try pipeline.execute(Statement(sql: "select 2").within(limit))
                    try pipeline.execute(Statement(sql: "select 3").within(.seconds(60)))
                }
            },
        ]
        var connections: [Connection] = []
        for _ in calls { connections.append(try await Connection.connect(cluster.options())) }
        try await connections[0].script("create table t (a int)")
        let processes = [try cluster.processID()] + (await connections.processIDs())
        do {
            for pid in processes { kill(pid, SIGSTOP) }
            defer { for pid in processes { kill(pid, SIGCONT) } }
            for (connection, call) in zip(connections, calls) {
                try await expectDeadline { try await connection.run { try call($0, .milliseconds(150)) } }
                await connection.close()
            }
        }
        try cluster.remove()
    }

    @Test func aStatementLiftsTheConnectionsDeadline() async throws {
        let connection = try await Connection.connect(TestServer.shared().options(deadline: .milliseconds(500)))
        try await connection.execute(Statement(sql: "select pg_sleep(0.8)").within(.seconds(Int64.max)))
        try await connection.script("select pg_sleep(0.8)", deadline: .seconds(Int64.max))
        await connection.close()
    }

    private func expectDeadline<T>(_ call: () async throws -> T) async throws {
        let error = await errorOf(call)
        guard case .deadlineExceeded = error else { throw error ?? .connectionClosed }
    }

    private func waitUntilGone(_ pid: Int32) async throws {
        try await withConnection { other in
            while try await other.value(
                "select exists (select from pg_stat_activity where pid = \(pid))", as: Bool.self)
            {}
        }
    }
}

extension [Connection] {
    fileprivate func processIDs() async -> [Int32] {
        var ids: [Int32] = []
        for connection in self { ids.append(await connection.backendProcessID) }
        return ids
    }
}

extension Connection {
    fileprivate func run(_ body: @Sendable (isolated Connection) throws -> Void) throws { try body(self) }
}
