import Glibc
import PQ
import PQTesting
import Testing

/// A server that dies or falls silent in the middle of a statement holds nobody for ever.
@Suite(.serialized, .timeLimit(.minutes(2))) struct LostServerTests {
    /// A server of its own: when a backend is killed all others of its server end too.
    private static let cluster = Task { try OwnCluster.start() }

    private struct Stop: Error {}

    /// Runs `body` on a connection to a server whose backends may be killed.
    private func withMortal<T>(_ body: (Connection) async throws -> T) async throws -> T {
        let options = try await Self.cluster.value.options()
        while true {
            do {
                let connection = try await Connection.connect(options)
                defer { Task { await connection.close() } }
                return try await body(connection)
            } catch PQError.connectionFailed {
                // It ends what else ran when a backend was killed by the test before, and recovers.
            }
        }
    }

    @Test func aCopyOutEndsWhenItsServerIsKilled() async throws {
        let error = try await withMortal { connection in
            await errorOf { try await connection.copiesOut(thenSending: SIGKILL) }
        }
        guard case .connectionLost = error else { throw error ?? .connectionClosed }
    }

    @Test func aCopyInEndsWhenItsServerIsKilled() async throws {
        let error = try await withMortal { connection in
            await errorOf { try await connection.copiesInForEver(sending: SIGKILL) }
        }
        guard case .connectionLost = error else { throw error ?? .connectionClosed }
    }

    @Test func aCopyInHearsWhyItsServerEnds() async throws {
        try await withConnection { connection in
            let error = await errorOf { try await connection.copiesInForEver(sending: SIGTERM) }
            #expect(error?.isUnavailable == true)
            #expect(await !connection.isReusable)
        }
    }

    @Test(arguments: [false, true], [false, true])
    func rowsNobodyWantsDoNotHoldBackTheNextStatement(insideTransaction: Bool, afterTheirEndBegan: Bool) async throws {
        try await withConnection { connection in
            if insideTransaction { try await connection.script("begin") }
            let pid = await connection.backendProcessID
            defer { kill(pid, SIGCONT) }
            for try await _ in connection.stream("select generate_series(1, 100000000)", as: OneNumber.self) {
                kill(pid, SIGSTOP)
                break
            }
            // The stream is ended by a task of its own: here it gets to the connection first.
            if afterTheirEndBegan { for _ in 0..<100 { await Task.yield() } }
            let start = ContinuousClock().now
            let error = await errorOf { try await connection.execute(Statement(sql: "select 1").within(.seconds(1))) }
            switch error {
            case .deadlineExceeded: break
            // On a busy machine the end had the time to give the server up.
            case .connectionClosed where afterTheirEndBegan && !insideTransaction: break
            default: throw error ?? .misuse(.streamIsOpen)
            }
            #expect(ContinuousClock().now - start < .seconds(8))
        }
    }

    @Test func rowsNobodyWantsDoNotHoldTheirReaderForEver() async throws {
        try await withConnection { connection in
            await #expect(throws: Stop.self) { try await connection.readsOne(thenSending: SIGSTOP) { throw Stop() } }
            #expect(await !connection.isReusable)
            kill(await connection.backendProcessID, SIGCONT)
        }
    }
}

private struct OneNumber: Row {
    static let columns = [Column(Int32.self)]
    init(decoding row: inout RowDecoder) throws(PQError) { _ = try row.next(Int32.self) }
}

extension Connection {
    fileprivate func copiesOut(thenSending signal: Int32) throws {
        var isFirst = true
        try copyOut("copy (select repeat('x', 1000) from generate_series(1, 10000000)) to stdout") { _ in
            if isFirst { kill(backendProcessID, signal) }
            isFirst = false
        }
    }

    fileprivate func copiesInForEver(sending signal: Int32) throws(PQError) {
        try script("create temporary table firm (id bigint, name text)")
        let pid = backendProcessID
        // Pieces too small for libpq to send by itself: what fails then is the flush after them.
        let endless = sequence(first: Array("1\tname of a firm\n".utf8)) { $0 }
        try copyIn("copy firm from stdin", chunks: endless) { sent in
            if sent < 10_000 { kill(pid, signal) }
        }
    }

    fileprivate func readsOne(thenSending signal: Int32, _ body: () throws -> Void) throws {
        let pid = backendProcessID
        try forEach("select generate_series(1, 100000000)", as: OneNumber.self) { _ in
            kill(pid, signal)
            try body()
        }
    }
}
