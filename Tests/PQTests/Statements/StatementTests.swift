import PQ
import PQTesting
import Testing

@Suite struct StatementTests {
    @Test func valuesBecomePlaceholders() {
        let statement: Statement = "select \(1) + \(2), \(identifier: "we\"ird")"
        #expect(statement.sql == "select $1 + $2, \"we\"\"ird\"")
        #expect(statement.bindCount == 2)
    }

    @Test func joinedStatementsRenumberTheirValues() async throws {
        let filter: Statement = " where x > \(1) and x < \(12)"
        let inner: Statement = "select \(7)"
        let statement = "select x from generate_series(\(Int32(0)), \(Int32(20))) x" + filter + " or x in (\(inner))"
        #expect(statement.sql == "select x from generate_series($1, $2) x where x > $3 and x < $4 or x in (select $5)")
        try await withConnection { connection in
            let values = try await connection.values(statement, as: Int.self)
            #expect(values == Array(2...11))
        }
    }

    @Test func handWrittenPlaceholdersStandAlone() async throws {
        try await withConnection { connection in
            let written = Statement(sql: "select $1::int + $2::int", binds: [Int32(1), Int32(2)])
            #expect(try await connection.value(written, as: Int.self) == 3)
            let error = await errorOf { try await connection.value("select \(1), " + written, as: Int.self) }
            guard case .invalidBind(_, .placeholdersUnknown) = error else { throw error ?? .cancelled }
        }
    }

    @Test func aZeroByteInTextIsRefusedNotCut() async throws {
        try await withConnection { connection in
            let error = await errorOf { try await connection.value("select \("a\0b")", as: String.self) }
            guard case .invalidBind(1, .zeroByteInText) = error else { throw error ?? .cancelled }
        }
    }

    @Test func arraysOfColumnsMakeRows() async throws {
        try await withConnection { connection in
            let rows = try await connection.rows(
                "select * from unnest(\([1, 2]), \(["a", nil]), \([CivilDate.infinity, CivilDate(daysSinceEpoch: 0)]))",
                as: (Int, String?, CivilDate).self)
            #expect(rows.map(\.0) == [1, 2])
            #expect(rows.map(\.1) == ["a", nil])
            #expect(rows.map(\.2) == [.infinity, CivilDate(daysSinceEpoch: 0)])
        }
    }

    @Test func moreValuesThanTheProtocolCountsAreRefused() async throws {
        try await withConnection { connection in
            let many = Statement(sql: "select 1", binds: Array(repeating: 1, count: 65_536))
            let error = await errorOf { try await connection.execute(many) }
            guard case .invalidBind(65_536, .tooManyBinds) = error else { throw error ?? .cancelled }
        }
    }

    @Test func joiningCountsToo() async throws {
        try await withConnection { connection in
            let part: Statement = "\(1), \(2), \(3), "
            var many: Statement = "select \(0), "
            for _ in 0..<21_900 { many += part }
            for joined in [many, "select " + many] {
                let error = await errorOf { try await connection.execute(joined) }
                guard case .invalidBind(65_536, .tooManyBinds) = error else { throw error ?? .cancelled }
            }
            try await connection.expectUsable()
        }
    }

    @Test func aFaultInAJoinedPartIsNamedByItsPlaceInTheWhole() async throws {
        try await withConnection { connection in
            let part: Statement = "\("good"), \("a\0b")"
            let written = Statement(sql: "$1", binds: [Int32(1)])
            for (whole, place) in [("select " + part, 2), ("select \(1), \(part)", 3), ("select \(1), \(written)", 2)] {
                let error = await errorOf { try await connection.execute(whole) }
                guard case .invalidBind(place, _) = error else { throw error ?? .cancelled }
            }
        }
    }

    @Test func aStatementDoesNotShowItself() {
        let statement: Statement = "select 'secret' where \("张三") is not null"
        #expect("\(statement)" == "statement with 1 binds")
    }
}
