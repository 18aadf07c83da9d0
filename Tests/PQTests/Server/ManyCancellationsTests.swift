import Foundation
import PQ
import PQTesting
import Testing

@Suite struct ManyCancellationsTests {
    static let connections = 20
    static let rounds = 500

    /// Ten thousand, at any moment of a statement's life: no backend, descriptor or connection may be left behind.
    @Test func tenThousandCancellationsLeaveNothingBehind() async throws {
        let descriptors = try openDescriptors()
        let cancelled = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<Self.connections { group.addTask { try await Self.cancelOften(number) } }
            return try await group.reduce(0, +)
        }
        #expect(cancelled == Self.connections * Self.rounds)
        try await withConnection { connection in
            while try await connection.value(
                "select count(*) from pg_stat_activity where application_name = 'cancelled-often'", as: Int.self) > 0
            {}
        }
        // Other tests run meanwhile: only a leak on the scale of the rounds can be seen, and a leak would have it.
        #expect(try openDescriptors() < descriptors + Self.connections * Self.rounds / 10)
    }

    private static func cancelOften(_ seed: Int) async throws -> Int {
        var options = try TestServer.shared().options()
        options.applicationName = "cancelled-often"
        let connection = try await Connection.connect(options)
        var cancelled = 0
        for round in 0..<rounds {
            let task = Task {
                try await connection.value("select \(round) from (select pg_sleep(60) offset 0) pause", as: Int.self)
            }
            // Every fourth most likely runs on the server by then; the others are stopped before or while sent.
            if round % 4 == 0 { try? await Task.sleep(for: .microseconds(100 * ((round + seed) % 17))) }
            task.cancel()
            switch await task.result {
            case .success: Issue.record("a statement of a minute was faster than its cancellation")
            case .failure(PQError.cancelled): cancelled += 1
            case .failure(let error): throw error
            }
        }
        try await connection.expectUsable()
        #expect(await connection.isReusable)
        await connection.close()
        return cancelled
    }

    private func openDescriptors() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
}
