import Glibc
import PQ
import PQTesting
import Testing

@Suite struct DeadlineTests {
    @Test func pastItTheConnectionIsDropped() async throws {
        let connection = try await TestServer.shared().connect()
        let pid = await connection.backendProcessID
        let start = ContinuousClock().now
        let error = await errorOf {
            try await connection.execute(Statement(sql: "select pg_sleep(60)").within(.milliseconds(150)))
        }
        guard case .deadlineExceeded = error else { throw error ?? .connectionClosed }
        #expect(ContinuousClock().now - start < .seconds(10))
        #expect(await !connection.isReusable)
        let after = await errorOf { try await connection.execute("select 1") }
        guard case .connectionClosed = after else { throw after ?? .cancelled }
        await connection.close()
        try await waitUntilGone(pid)
    }

    @Test func aStoppedServerCannotHoldAStatement() async throws {
        let server = try TestServer.shared()
        try #require(server.processID != nil, "only a server this process started may be stopped")
        let connection = try await server.connect()
        let pid = await connection.backendProcessID
        kill(pid, SIGSTOP)
        defer { kill(pid, SIGCONT) }
        for statement in [Statement(sql: "select 1").within(.milliseconds(150))] {
            let start = ContinuousClock().now
            let error = await errorOf { try await connection.value(statement, as: Int.self) }
            guard case .deadlineExceeded = error else { throw error ?? .connectionClosed }
            #expect(ContinuousClock().now - start < .seconds(10))
        }
        await connection.close()
    }

    @Test func aStoppedServerCannotHoldACopy() async throws {
        let server = try TestServer.shared()
        try #require(server.processID != nil, "only a server this process started may be stopped")
        let connection = try await Connection.connect(server.options(deadline: .seconds(2)))
        // The deadline is for the copy alone: a busy machine may take longer than that to make the table.
        try await connection.execute(
            Statement(sql: "create temporary table firm (id bigint, name text)").within(.seconds(60)))
        let pid = await connection.backendProcessID
        let text = String(repeating: "x", count: 10_000)
        let firms = (0..<1_000).map { Firm(id: $0, name: text) }
        kill(pid, SIGSTOP)
        defer { kill(pid, SIGCONT) }
        let error = await errorOf {
            try await connection.copyIn(CopyTarget(table: "firm", columns: ["id", "name"]), rows: firms)
        }
        guard case .deadlineExceeded = error else { throw error ?? .connectionClosed }
        await connection.close()
    }

    private func waitUntilGone(_ pid: Int32) async throws {
        try await withConnection { other in
            while try await other.value(
                "select exists (select from pg_stat_activity where pid = \(pid))", as: Bool.self)
            {}
        }
    }
}
