import Glibc
import PQ
import PQTesting
import Testing

/// A server that dies or falls silent in the middle of a statement holds nobody for ever.
@Suite(.serialized, .timeLimit(.minutes(2))) struct LostServerTests {
    /// A server of its own: when a backend is killed all others of its server end too.
    private static let cluster = Task { try OwnCluster.start() }

    /// Runs `body` on a connection to a server whose backends may be killed.
    private func withMortal<T>(_ body: (Connection) async throws -> T) async throws -> T {
        let options = try await Self.cluster.value.options()
        while true {
            do {
                let connection = try await Connection.connect(options)
                defer { Task { await connection.close() } }
                return try await body(connection)
            } catch PQError.connectionFailed(let fault) where fault.sqlState == .cannotConnectNow {
                // It recovers from the test before.
            }
        }
    }

    @Test func aCopyOutEndsWhenItsServerIsKilled() async throws {
        let error = try await withMortal { connection in
            await errorOf { try await connection.copiesOut(thenSending: SIGKILL) }
        }
        guard case .connectionLost = error else { throw error ?? .connectionClosed }
    }
}

extension Connection {
    fileprivate func copiesOut(thenSending signal: Int32) throws {
        var isFirst = true
        try copyOut("copy (select repeat('x', 1000) from generate_series(1, 10000000)) to stdout") { _ in
            if isFirst { kill(backendProcessID, signal) }
            isFirst = false
        }
    }
}
