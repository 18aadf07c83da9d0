import PQ
import PQTesting
import Testing

@Suite struct StreamTests {
    static func firms(_ count: Int) -> Statement {
        "select g::bigint as id, 'n' || g as name from (select generate_series(1, \(Int32(count))) as g) series"
    }

    @Test(arguments: [0, 1, 999, 1_000, 1_001, 25_000]) func givesEveryRowOnce(count: Int) async throws {
        try await withConnection { connection in
            var next: Int64 = 1
            for try await firm in connection.stream(Self.firms(count), as: Firm.self) {
                #expect(firm.id == next)
                next += 1
            }
            #expect(next == Int64(count) + 1)
            try await connection.expectUsable()
        }
    }

    @Test func leavingTheLoopFreesTheConnection() async throws {
        try await withConnection { connection in
            var seen = 0
            for try await _ in connection.stream(Self.firms(100_000_000), as: Firm.self) {
                seen += 1
                if seen == 5 { break }
            }
            try await connection.expectUsable()
        }
    }

    @Test func theConnectionIsBusyMeanwhile() async throws {
        try await withConnection { connection in
            var iterator = connection.stream(Self.firms(5_000), as: Firm.self).makeAsyncIterator()
            #expect(try await iterator.next()?.id == 1)
            let error = await errorOf { try await connection.execute("select 1") }
            guard case .misuse(.streamIsOpen) = error else { throw error ?? .cancelled }
            #expect(try await iterator.next()?.id == 2)
        }
    }

    @Test func cancellingTheReaderEndsTheStatement() async throws {
        try await withConnection { connection in
            let (started, signal) = AsyncStream.makeStream(of: Void.self)
            let task = Task {
                for try await _ in connection.stream(Self.firms(100_000_000), as: Firm.self) { signal.yield() }
            }
            for await _ in started { break }
            task.cancel()
            let error = await errorOf { try await task.value }
            guard case .cancelled = error else { throw error ?? .connectionClosed }
            try await connection.expectUsable()
        }
    }

    @Test func anErrorAtTheFirstRowArrivesOnce() async throws {
        try await withConnection { connection in
            var iterator = connection.stream("select 1 / 0 as id, '' as name", as: Firm.self).makeAsyncIterator()
            let error = await errorOf { try await iterator.next() }
            #expect(error?.sqlState == .divisionByZero)
            let after = try await iterator.next()
            #expect(after == nil)
        }
    }

    @Test func anErrorInTheMiddleArrivesAfterTheRowsBeforeIt() async throws {
        try await withConnection { connection in
            let statement: Statement =
                "select g::bigint as id, (1 / (g - 3000))::text as name from generate_series(1, 5000) g"
            var seen = 0
            let error = await errorOf {
                for try await _ in connection.stream(statement, as: Firm.self) { seen += 1 }
            }
            #expect(error?.sqlState == .divisionByZero)
            #expect(seen == 2_999)
            try await connection.expectUsable()
        }
    }
}
