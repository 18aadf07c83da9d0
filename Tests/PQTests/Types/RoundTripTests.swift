import Foundation
import PQ
import PQTesting
import Testing

/// Every type goes to the server and comes back as it was, at its edges.
@Suite struct RoundTripTests {
    private func expect<T: PQCodable & Equatable>(_ values: [T], as type: String) async throws {
        try await withConnection { connection in
            for value in values {
                let statement = "select " + Statement("\(value)") + Statement(sql: "::\(type)")
                let back = try await connection.value(statement, as: T.self)
                #expect(back == value, "\(value) as \(type)")
            }
            let array = try await connection.value(
                "select " + Statement("\(values)") + Statement(sql: "::\(type)[]"), as: [T].self)
            #expect(array == values)
            let holes: [T?] = [nil] + values.map(Optional.some) + [nil]
            let back = try await connection.value(
                "select " + Statement("\(holes)") + Statement(sql: "::\(type)[]"), as: [T?].self)
            #expect(back == holes)
            let none = try await connection.value(
                "select " + Statement("\(T?.none)") + Statement(sql: "::\(type)"), as: T?.self)
            #expect(none == nil)
        }
    }

    @Test func booleans() async throws { try await expect([true, false], as: "bool") }

    @Test func integers() async throws {
        try await expect([Int16.min, -1, 0, .max], as: "smallint")
        try await expect([Int32.min, -1, 0, .max], as: "integer")
        try await expect([Int64.min, -1, 0, .max], as: "bigint")
        try await expect([Int.min, -1, 0, .max], as: "bigint")
    }

    @Test func floats() async throws {
        try await expect(
            [0.0, -0.0, 1.5, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity, -.infinity], as: "float8")
        try await expect([Float(0), 1.5, .greatestFiniteMagnitude, .infinity], as: "real")
        try await withConnection { connection in
            let nan = try await connection.value("select \(Double.nan)", as: Double.self)
            let real = try await connection.value("select 1.5::real", as: Double.self)
            #expect(nan.isNaN && real == 1.5)
        }
    }

    @Test func strings() async throws {
        try await expect(["", "a", "安全生产", "𠮷野家 👩🏽‍🏭", "it's \"quoted\" \\ {x,y}\n\t", "NULL"], as: "text")
        try await withConnection { connection in
            for type in ["varchar(10)", "char(3)", "name", "\"char\""] {
                let text = try await connection.value(Statement(sql: "select 'a'::\(type)"), as: String.self)
                #expect(text.first == "a")
            }
        }
    }

    @Test func bytes() async throws {
        try await expect([[UInt8](), [0], [0, 255, 10, 92]], as: "bytea")
        try await expect([Data(), Data([0, 255, 1])], as: "bytea")
    }

    @Test func uuids() async throws {
        let zero = try #require(UUID(uuidString: "00000000-0000-0000-0000-000000000000"))
        try await expect([zero, UUID()], as: "uuid")
    }

    @Test func civilDates() async throws {
        let dates = [
            "0001-01-01", "1582-10-15", "1999-12-31", "2000-01-01", "2000-02-29", "2024-02-29", "2025-02-28",
            "2025-03-01", "9999-12-31", "10000-01-01", "infinity", "-infinity", "0001-12-31 BC", "4713-11-24 BC",
            "5874897-12-31",
        ]
        try await expect(dates.map { CivilDate(iso: $0)! }, as: "date")
        try await withConnection { connection in
            for text in dates {
                let server = try await connection.value("select (\(text)::date)::text", as: String.self)
                #expect(server == CivilDate(iso: text)?.description)
                #expect(server == text)
            }
        }
    }

    @Test func instants() async throws {
        try await expect(
            [
                Instant(microsecondsSinceEpoch: 0), Instant(microsecondsSinceEpoch: -1), .infinity, .negativeInfinity,
                Instant(iso: "2025-02-28T23:59:59.999999Z")!, Instant(iso: "0001-01-01T00:00:00Z")!,
            ], as: "timestamptz")
    }

    @Test func dateRanges() async throws {
        let (start, end) = (CivilDate(iso: "2025-01-01")!, CivilDate(iso: "2026-01-01")!)
        try await expect(
            [
                DateRange(from: start, to: end), DateRange(from: nil, to: end), DateRange(from: start, to: nil),
                .unbounded, .empty,
            ], as: "daterange")
        try await withConnection { connection in
            let closed = try await connection.value("select '[2025-01-01,2025-12-31]'::daterange", as: DateRange.self)
            #expect(closed == DateRange(from: start, to: end))
            let text = try await connection.value("select \(closed)::text", as: String.self)
            #expect(text == closed.description)
        }
    }

    @Test func json() async throws {
        struct Ground: Codable, Hashable, Sendable { let article: String, fen: [Int] }
        try await expect(
            [JSON(Ground(article: "第七条 \"x\"", fen: [1, 2])), JSON(Ground(article: "", fen: []))], as: "jsonb")
        try await withConnection { connection in
            let text = try await connection.value("select \(JSONText("{\"a\": 1}"))::jsonb", as: JSONText.self)
            #expect(text.text == "{\"a\": 1}")
            let json = try await connection.value(
                "select '{\"article\":\"x\",\"fen\":[]}'::json", as: JSON<Ground>.self)
            #expect(json.value == Ground(article: "x", fen: []))
        }
    }

    @Test func enumerations() async throws {
        enum Grade: String, PQEncodable, PQDecodable {
            case a = "A"
            case b = "B"
            case none
        }
        try await withConnection { connection in
            try await connection.script("create type pg_temp.grade as enum ('A', 'B', 'none', 'other')")
            let grade = try await connection.value("select \(Grade.b)::pg_temp.grade", as: Grade.self)
            #expect(grade == .b)
            let grades = try await connection.value(
                "select array[\(Grade.a), 'none']::pg_temp.grade[]", as: [Grade].self)
            #expect(grades == [.a, .none])
            let error = await errorOf { try await connection.value("select 'other'::pg_temp.grade", as: Grade.self) }
            guard case .decoding(let fault) = error else { throw error ?? .cancelled }
            #expect(fault.reason == .value(.unknownCase))
        }
    }
}
