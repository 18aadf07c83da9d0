import PQ
import PQTesting
import Testing

@Suite struct RowTests {
    static let firms: Statement =
        "select g::bigint as id, case when g % 2 = 1 then 'n' || g end as name from generate_series(1, \(Int32(5))) g"

    @Test func structsAreReadInOrder() async throws {
        try await withConnection { connection in
            let firms = try await connection.rows(Self.firms, as: Firm.self)
            #expect(firms.map(\.name) == ["n1", nil, "n3", nil, "n5"])
            #expect(try await connection.firstRow(Self.firms, as: Firm.self) == firms[0])
            #expect(
                try await connection.firstRow("select 1::bigint as id, null::text as name where false", as: Firm.self)
                    == nil)
            #expect(try await connection.row("select 1::bigint as id, null::text as name", as: Firm.self).id == 1)
        }
    }

    @Test func oneRowMeansOne() async throws {
        try await withConnection { connection in
            for (count, sql) in [(0, "select 1 where false"), (2, "values (1), (2)")] {
                let error = await errorOf { try await connection.value(Statement(sql: sql), as: Int.self) }
                guard case .unexpectedRowCount(let found) = error, found == count else { throw error ?? .cancelled }
            }
            let first = try await connection.firstRow("values (1, 'a'), (2, 'b')", as: (Int, String).self)
            #expect(first?.1 == "a")
        }
    }

    @Test func theFirstRowOfAStatementThatWritesIsNotItsEnd() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table t (a int)")
            let insert: Statement = "insert into t select generate_series(1, 200000) returning a"
            let first = try await connection.firstRow(insert, as: Int32.self)
            #expect(first == 1)
            #expect(try await connection.value("select count(*) from t", as: Int.self) == 200_000)
            let late = await errorOf {
                try await connection.firstRow("select 1 / (g - 3000) from generate_series(1, 5000) g", as: Int32.self)
            }
            #expect(late?.sqlState == .divisionByZero)
        }
    }

    @Test func columnsAreCheckedEvenWithoutRows() async throws {
        try await withConnection { connection in
            let wrongType = await errorOf {
                try await connection.rows("select 'x'::text as id, 'y'::text as name where false", as: Firm.self)
            }
            guard case .decoding(let type) = wrongType else { throw wrongType ?? .cancelled }
            #expect(type.reason == .type(found: .text))
            #expect(type.column == 1 && type.columnName == "id" && type.expected == "Int64")
            let wrongName = await errorOf {
                try await connection.rows("select 1::bigint as id, 'y'::text as nom", as: Firm.self)
            }
            guard case .decoding(let name) = wrongName else { throw wrongName ?? .cancelled }
            #expect(name.reason == .name(found: "nom"))
            let wrongCount = await errorOf { try await connection.rows("select 1::bigint as id", as: Firm.self) }
            guard case .decoding(let count) = wrongCount else { throw wrongCount ?? .cancelled }
            #expect(count.reason == .columnCount(expected: 2, found: 1))
            try await connection.expectUsable()
        }
    }

    @Test func anUnexpectedNullNamesRowAndColumn() async throws {
        try await withConnection { connection in
            let error = await errorOf {
                try await connection.rows(
                    "select g as id, nullif(g, 3)::text as name from generate_series(1, 5) g", as: (Int, String).self)
            }
            guard case .decoding(let fault) = error else { throw error ?? .cancelled }
            #expect(fault.reason == .null)
            #expect(fault.row == 3 && fault.column == 2 && fault.columnName == "name")
            try await connection.expectUsable()
        }
    }

    @Test func aColumnTooManyIsNoNull() async throws {
        try await withConnection { connection in
            let one: Statement = "select 1::bigint"
            for error in [
                await errorOf { try await connection.rows(one, as: OneTooMany.self) },
                await errorOf { try await connection.firstRow(one, as: OneTooMany.self) },
                await errorOf { try await connection.pipelined(one) },
                await errorOf { try await connection.copyOut(query: one.sql, as: OneTooMany.self) { _ in } },
            ] {
                guard case .decoding(let fault) = error else { throw error ?? .cancelled }
                #expect(fault.reason == .exhausted && fault.column == 2)
            }
            try await connection.expectUsable()
        }
    }

    @Test func forEachStreamsAndStopsWithItsBody() async throws {
        struct Enough: Error {}
        try await withConnection { connection in
            try await connection.sumsAndStops(Enough())
        }
    }

    @Test func emptyAndRowlessStatementsTouchNothing() async throws {
        try await withConnection { connection in
            #expect(try await connection.execute("") == 0)
            #expect(try await connection.execute("create temporary table firm (id int)") == 0)
            #expect(try await connection.execute("insert into firm select generate_series(1, 3)") == 3)
            #expect(try await connection.execute("select * from firm") == 3)
            try await connection.script("insert into firm values (4); insert into firm values (5);")
            #expect(try await connection.value("select count(*) from firm", as: Int.self) == 5)
            #expect(try await connection.values("select id from firm order by id", as: Int.self) == [1, 2, 3, 4, 5])
        }
    }
}

private struct Number: Row {
    let value: Int
    static let columns = [Column(Int.self)]
    init(decoding row: inout RowDecoder) throws(PQError) { value = try row.next() }
}

/// Declares one column and reads two.
private struct OneTooMany: Row {
    let value: Int64
    let more: Int64?
    static let columns = [Column(Int64.self)]
    init(decoding row: inout RowDecoder) throws(PQError) {
        value = try row.next()
        more = try row.next()
    }
}

extension Connection {
    fileprivate func pipelined(_ statement: Statement) throws -> [OneTooMany] {
        try pipeline { pipeline in
            let answer = try pipeline.rows(statement, as: OneTooMany.self)
            try pipeline.sync()
            return try answer.get()
        }
    }

    fileprivate func sumsAndStops<E: Error>(_ enough: E) throws {
        var sum = 0
        try forEach("select generate_series(1, 100000)", as: Number.self) { sum += $0.value }
        #expect(sum == 5_000_050_000)
        var seen = 0
        #expect(throws: E.self) {
            try forEach("select generate_series(1, 100000000)", as: Number.self) { _ in
                seen += 1
                if seen == 10 { throw enough }
            }
        }
        #expect(seen == 10)
        try forEach("select generate_series(1, 2)", as: Number.self) { _ in
            do throws(PQError) {
                try self.execute("select 1")
                Issue.record("a statement ran inside another")
            } catch .misuse(.streamIsOpen) {}
        }
        try expectUsable()
    }
}
