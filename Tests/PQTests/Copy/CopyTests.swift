import Foundation
import PQ
import PQTesting
import Testing

@Suite struct CopyTests {
    static let firms = (1...5_000).map { Firm(id: Int64($0), name: $0 % 7 == 0 ? nil : "公司\t\($0)\\\n\"x\"") }

    @Test(arguments: [CopyTarget.Format.binary, .text]) func rowsArriveAsTheyWere(format: CopyTarget.Format)
        async throws
    {
        try await withConnection { connection in
            try await connection.script("create temporary table firm (id bigint, name text)")
            let target = CopyTarget(table: "firm", columns: ["id", "name"], format: format)
            #expect(try await connection.copyIn(target, rows: Self.firms) == 5_000)
            #expect(try await connection.rows("select id, name from firm order by id", as: Firm.self) == Self.firms)
            #expect(try await connection.copyIn(target, rows: [Firm]()) == 0)
        }
    }

    struct Everything: CopyRow {
        func encode(to encoder: inout CopyEncoder) {
            encoder.write(true)
            encoder.write(Int32(-5))
            encoder.write(2.5)
            encoder.write(Numeric("12345.6789"))
            encoder.write("安")
            encoder.write([UInt8]([0, 255]))
            encoder.write(CivilDate(iso: "2024-02-29"))
            encoder.write(Instant(iso: "2025-01-01T00:00:00Z"))
            encoder.write(JSONText("{\"a\": \"\\t\"}"))
            encoder.write(["a\"b", nil, "{c}"])
            encoder.write(DateRange(from: CivilDate(iso: "2025-01-01"), to: nil))
        }
    }

    @Test(arguments: [CopyTarget.Format.binary, .text]) func everyTypeCanBeCopied(format: CopyTarget.Format)
        async throws
    {
        try await withConnection { connection in
            try await connection.script(
                """
                create temporary table t (a bool, b int, c float8, d numeric, e varchar(9), f bytea, g date, \
                h timestamptz, i jsonb, j text[], k daterange)
                """)
            let columns = "abcdefghijk".map { String($0) }
            try await connection.copyIn(CopyTarget(table: "t", columns: columns, format: format), rows: [Everything()])
            let isEqual = try await connection.value(
                """
                select (a, b, c, d, e, f, g, h, i, j, k) = (true, -5, 2.5, 12345.6789, '安', '\\x00ff'::bytea,
                    date '2024-02-29', timestamptz '2025-01-01 00:00:00Z', '{"a": "\\t"}'::jsonb,
                    array['a"b', null, '{c}'], daterange('2025-01-01', null)) from t
                """, as: Bool?.self)
            // A row comparison with a NULL inside an array is still true or false.
            #expect(isEqual == true)
        }
    }

    @Test func theRefusedRowIsNamed() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table firm (id bigint primary key, name text)")
            var firms = Self.firms
            firms[1_234] = Firm(id: 7, name: "秘密")
            for format in [CopyTarget.Format.binary, .text] {
                let error = await errorOf { [firms] in
                    try await connection.copyIn(
                        CopyTarget(table: "firm", columns: ["id", "name"], format: format), rows: firms)
                }
                guard case .copyRow(let line, let server) = error else { throw error ?? .cancelled }
                #expect(line == 1_235)
                #expect(server.sqlState == .uniqueViolation)
                #expect(error?.description.contains("秘密") == false)
                #expect(try await connection.value("select count(*) from firm", as: Int.self) == 0)
            }
        }
    }

    @Test(arguments: [CopyTarget.Format.binary, .text]) func aRowThatCannotBeSentIsNamed(format: CopyTarget.Format)
        async throws
    {
        try await withConnection { connection in
            try await connection.script("create temporary table t (a jsonb)")
            let target = CopyTarget(table: "t", columns: ["a"], format: format)
            let rows = (1...9_000).map { Measured(value: $0 == 5_000 ? .nan : 1) }
            let (more, source) = AsyncStream.makeStream(of: Measured.self)
            for row in rows { source.yield(row) }
            source.finish()
            for error in [
                await errorOf { try await connection.copyIn(target, rows: rows) },
                await errorOf { try await connection.copyIn(target, rows: more) },
            ] {
                guard case .unencodableRow(5_000, .notEncodable) = error else { throw error ?? .cancelled }
            }
            #expect(try await connection.value("select count(*) from t", as: Int.self) == 0)
        }
    }

    @Test func piecesOfAFileGoInAsTheyAre() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table firm (id bigint, name text)")
            let csv = Array("id,name\n1,\"a,b\"\n2,\n3,x\n".utf8)
            let chunks = stride(from: 0, to: csv.count, by: 5).map { Array(csv[$0..<min($0 + 5, csv.count)]) }
            let count = try await connection.copyIn("copy firm from stdin (format csv, header match)", chunks: chunks)
            #expect(count == 3)
            let error = await errorOf {
                try await connection.copyIn("copy firm from stdin (format csv)", chunks: [Array("1,a\nx,b\n".utf8)])
            }
            guard case .copyRow(line: 2, _) = error else { throw error ?? .cancelled }
        }
    }

    @Test func rowsComeOutRawAndTyped() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table firm (id bigint, name text)")
            try await connection.copyIn(CopyTarget(table: "firm", columns: ["id", "name"]), rows: Self.firms)
            try await connection.comesOut()
        }
    }

    @Test func anotherStatementIsNoCopy() async throws {
        try await withConnection { connection in
            for sql in ["select 1", "copy (select 1) to stdout"] {
                let error = await errorOf { try await connection.copyIn(sql, chunks: [[UInt8]()]) }
                guard case .misuse(.notACopyStatement) = error else { throw error ?? .cancelled }
            }
            for sql in ["copy (select generate_series(1, 100000)) to stdout", "copy pg_class from stdin"] {
                let error = await errorOf { try await connection.execute(Statement(sql: sql)) }
                #expect(error != nil)
            }
            try await connection.expectUsable()
        }
    }

    @Test(arguments: ["copy firm from stdin", "copy firm to stdout"]) func aCopyInAScriptIsMisuse(copy: String)
        async throws
    {
        try await withConnection { connection in
            try await connection.script("create temporary table firm (id bigint); insert into firm values (1)")
            let error = await errorOf {
                try await connection.script("insert into firm values (2); \(copy); insert into firm values (3)")
            }
            guard case .misuse(.copyNeedsCopyCall) = error else { throw error ?? .cancelled }
            try await connection.expectUsable()
        }
    }

    @Test func aTypedCopyLeavesNoNameOnTheServer() async throws {
        try await withConnection { connection in
            try await connection.script("prepare pq_described as select 1")
            try await connection.copiesOneFirm()
            for round in 0..<200 {
                let task = Task { try await connection.copiesOneFirm() }
                if round % 3 == 0 { await Task.yield() } else { try? await Task.sleep(for: .microseconds(round * 5)) }
                task.cancel()
                _ = try? await task.value
                try await connection.copiesOneFirm()
            }
            let names = try await connection.values("select name from pg_prepared_statements", as: String.self)
            #expect(names == ["pq_described"])
        }
    }

    /// The kernel's buffer fills and empties in between: the sender must wait for room and never for an answer.
    @Test func aServerSlowerThanTheSenderGetsEveryRow() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try await withConnection { connection in
                        try await connection.script("create temporary table firm (id bigint primary key, name text)")
                        let firms = (1...60_000).lazy.map { Firm(id: $0, name: "name of a firm") }
                        let count = try await connection.copyIn(
                            CopyTarget(table: "firm", columns: ["id", "name"]), rows: firms)
                        #expect(count == 60_000)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func theConnectionIsBusyMeanwhile() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table firm (id bigint, name text)")
            try await connection.refusesStatementsWhileCopying()
            #expect(try await connection.value("select count(*) from firm", as: Int.self) == 6)
        }
    }

    @Test func progressIsHeard() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table firm (id bigint, name text)")
            try await connection.hearsProgress()
        }
    }
}

extension Connection {
    fileprivate func comesOut() throws {
        var pieces: [UInt8] = []
        #expect(
            try copyOut("copy (select id from firm where id < 4 order by id) to stdout") {
                pieces.append(contentsOf: $0)
            } == 3)
        #expect(pieces == Array("1\n2\n3\n".utf8))
        var firms: [Firm] = []
        #expect(
            try copyOut(query: "select id, name from firm order by id", as: Firm.self) { firms.append($0) } == 5_000)
        #expect(firms == CopyTests.firms)
        #expect(throws: PQError.self) { try copyOut(query: "select 1 as id, 'x' as name", as: Int64Pair.self) { _ in } }
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try copyOut("copy (select generate_series(1, 100000000)) to stdout") { _ in throw Stop() }
        }
        try expectUsable()
    }

    fileprivate func refusesStatementsWhileCopying() throws {
        var refusals = 0
        func tryStatement() {
            do throws(PQError) { try execute("select 1") } catch {
                if case .misuse(.copyIsOpen) = error { refusals += 1 }
            }
        }
        let firms = (1...3).lazy.map { id in
            tryStatement()
            return Firm(id: Int64(id), name: nil)
        }
        try copyIn(CopyTarget(table: "firm", columns: ["id", "name"]), rows: firms)
        let lines = (4...6).lazy.map { id in
            tryStatement()
            return Array("\(id)\t\\N\n".utf8)
        }
        try copyIn("copy firm from stdin", chunks: lines)
        #expect(refusals == 6)
    }

    fileprivate func copiesOneFirm() throws {
        try copyOut(query: "select 1::bigint as id, 'a' as name", as: Firm.self) { #expect($0.id == 1) }
    }

    fileprivate func hearsProgress() throws {
        var heard: [Int] = []
        try copyIn(CopyTarget(table: "firm", columns: ["id", "name"]), rows: CopyTests.firms) { heard.append($0) }
        #expect(heard.count >= 2)
        #expect(heard == heard.sorted())
    }
}

private struct Measured: CopyRow {
    let value: Double
    func encode(to encoder: inout CopyEncoder) { encoder.write(JSON(value)) }
}

private struct Int64Pair: Row {
    static let columns = [Column(Int64.self), Column(Int64.self)]
    init(decoding row: inout RowDecoder) throws(PQError) {}
}
