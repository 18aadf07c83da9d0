import Foundation
import PQ
import PQTesting
import Testing

@Suite struct DateRangeTests {
    let first = CivilDate(iso: "2025-01-01")!
    let last = CivilDate(iso: "2026-01-01")!

    @Test func holdsItsFirstDayAndNotItsEnd() {
        let year = DateRange(from: first, to: last)
        #expect(year.contains(first))
        #expect(year.contains(last - 1))
        #expect(!year.contains(last))
        #expect(!year.contains(first - 1))
        #expect(!DateRange.empty.contains(first))
        #expect(DateRange.unbounded.contains(.infinity))
    }

    @Test func overlapsWhenADayIsInBoth() {
        let year = DateRange(from: first, to: last)
        #expect(!year.overlaps(DateRange(from: last, to: nil)))
        #expect(year.overlaps(DateRange(from: last - 1, to: nil)))
        #expect(!year.overlaps(.empty))
        #expect(year.overlaps(.unbounded))
    }

    @Test func boundsInTheWrongOrderMakeItEmpty() {
        #expect(DateRange(from: last, to: first) == .empty)
        #expect(DateRange(from: first, to: first).isEmpty)
    }

    @Test(arguments: [
        "daterange('2025-01-01', 'infinity', '[]')", "daterange('infinity', 'infinity', '[]')",
        "daterange('-infinity', '2025-01-01', '()')",
    ])
    func aRangeThatNeedsADayBeyondInfinityIsRefused(sql: String) async throws {
        try await withConnection { connection in
            let error = await errorOf {
                try await connection.value(Statement(sql: "select \(sql)"), as: DateRange.self)
            }
            guard case .decoding(let fault) = error else { throw error ?? .cancelled }
            #expect(fault.reason == .value(.outOfRange))
        }
    }

    @Test func infiniteBoundsComeBackAsTheyWere() async throws {
        let ranges = [
            DateRange(from: first, to: .infinity), DateRange(from: .negativeInfinity, to: first),
            DateRange(from: .negativeInfinity, to: .infinity), DateRange(from: .infinity, to: nil),
        ]
        try await withConnection { connection in
            let texts = try await connection.value("select \(ranges)::text[]", as: [String].self)
            #expect(
                texts == ["[2025-01-01,infinity)", "[-infinity,2025-01-01)", "[-infinity,infinity)", "[infinity,)"])
            #expect(try await connection.value("select \(ranges)", as: [DateRange].self) == ranges)
        }
    }

    @Test func asJSONItKeepsItsRules() throws {
        for range in [DateRange(from: first, to: last), .empty, .unbounded, DateRange(from: nil, to: last)] {
            #expect(try JSONDecoder().decode(DateRange.self, from: JSONEncoder().encode(range)) == range)
        }
        let reversed = Data(#"{"lower": "2026-01-01", "upper": "2025-01-01", "isEmpty": false}"#.utf8)
        #expect(try JSONDecoder().decode(DateRange.self, from: reversed) == .empty)
    }
}
