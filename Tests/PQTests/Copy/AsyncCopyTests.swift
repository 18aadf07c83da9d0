import PQ
import PQTesting
import Testing

@Suite struct AsyncCopyTests {
    private let target = CopyTarget(table: "firm", columns: ["id", "name"])

    /// Rows that come one by one, with an error or a pause after the last when asked for.
    private func rows(_ count: Int64, then end: (any Error)? = nil) -> AsyncThrowingStream<Firm, any Error> {
        AsyncThrowingStream { continuation in
            for id in 1...count { continuation.yield(Firm(id: id, name: "公司\(id)")) }
            continuation.finish(throwing: end)
        }
    }

    private func withTable(_ body: (Connection) async throws -> Void) async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table firm (id bigint primary key, name text)")
            try await body(connection)
        }
    }

    @Test(arguments: [CopyTarget.Format.binary, .text]) func rowsArriveAsTheyCome(format: CopyTarget.Format)
        async throws
    {
        try await withTable { connection in
            var heard: [Int] = []
            let count = try await connection.copyIn(
                CopyTarget(table: "firm", columns: ["id", "name"], format: format), rows: rows(20_000)
            ) { heard.append($0) }
            #expect(count == 20_000)
            #expect(heard.count > 2 && heard == heard.sorted() && heard.last == 20_000)
            let (sum, names) = try await connection.row(
                "select sum(id)::bigint, count(distinct name) from firm", as: (Int, Int).self)
            #expect(sum == 200_010_000 && names == 20_000)
        }
    }

    @Test func anErrorOfTheRowsStoresNothing() async throws {
        struct Stop: Error {}
        try await withTable { connection in
            await #expect(throws: Stop.self) {
                try await connection.copyIn(target, rows: rows(5_000, then: Stop()))
            }
            let count = try await connection.value("select count(*) from firm", as: Int.self)
            #expect(count == 0)
        }
    }

    @Test func theRefusedRowIsNamed() async throws {
        try await withTable { connection in
            try await connection.execute("insert into firm values (\(4_000), 'there')")
            let error = await errorOf { try await connection.copyIn(target, rows: rows(9_000)) }
            guard case .copyRow(line: 4_000, _) = error else { throw error ?? .cancelled }
            try await connection.expectUsable()
        }
    }

    @Test func piecesOfAFileGoInAsTheyCome() async throws {
        try await withTable { connection in
            let csv = Array("id,name\n1,\"a,b\"\n2,\n3,x\n".utf8)
            let (chunks, more) = AsyncThrowingStream<ArraySlice<UInt8>, any Error>.makeStream()
            for start in stride(from: 0, to: csv.count, by: 5) { more.yield(csv[start..<min(start + 5, csv.count)]) }
            more.finish()
            var heard: [Int] = []
            let count = try await connection.copyIn("copy firm from stdin (format csv, header match)", chunks: chunks) {
                heard.append($0)
            }
            #expect(count == 3 && heard.last == csv.count)
            struct Stop: Error {}
            let broken = AsyncThrowingStream<[UInt8], any Error> { continuation in
                continuation.yield(Array("4,a\n".utf8))
                continuation.finish(throwing: Stop())
            }
            await #expect(throws: Stop.self) {
                try await connection.copyIn("copy firm from stdin (format csv)", chunks: broken)
            }
            #expect(try await connection.value("select count(*) from firm", as: Int.self) == 3)
        }
    }

    @Test func nothingElseRunsMeanwhileAndACancellationStoresNothing() async throws {
        try await withTable { connection in
            let (firms, more) = AsyncStream.makeStream(of: Firm.self)
            let (started, signal) = AsyncStream.makeStream(of: Void.self)
            let task = Task { [target] in
                try await connection.copyIn(target, rows: firms) { _ in signal.yield() }
            }
            for id in 1...5_000 { more.yield(Firm(id: Int64(id), name: "name of a firm")) }
            for await _ in started { break }
            let error = await errorOf { try await connection.execute("select 1") }
            guard case .misuse(.copyIsOpen) = error else { throw error ?? .connectionClosed }
            task.cancel()
            let end = await errorOf { try await task.value }
            guard case .cancelled = end else { throw end ?? .connectionClosed }
            #expect(try await connection.value("select count(*) from firm", as: Int.self) == 0)
        }
    }
}
