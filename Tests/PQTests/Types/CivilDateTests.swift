import PQ
import PQTesting
import Testing

@Suite struct CivilDateTests {
    @Test func everyDayOfFourCenturiesComesBack() throws {
        let first = try #require(CivilDate(year: 1899, month: 12, day: 31))
        var previous = first
        for _ in 0..<146_097 {
            let next = previous + 1
            let (year, month, day) = next.components
            #expect(CivilDate(year: year, month: month, day: day) == next)
            #expect(CivilDate(iso: next.description) == next)
            previous = next
        }
        #expect(previous.description == "2299-12-31")
    }

    @Test(arguments: [
        "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "2025-1-1", "20250101", "2025/01/01", "", "x",
        "2025-01-01T00:00:00Z", "0000-01-01", "02025-01-01", "2025-04-31", "1900-02-29", "infinity ",
    ])
    func refusesWhatIsNoDay(text: String) { #expect(CivilDate(iso: text) == nil) }

    @Test func addsMonthsAsTheServerDoes() async throws {
        try await withConnection { connection in
            for text in ["2024-02-29", "2025-01-31", "2025-12-31", "2023-03-30", "0001-01-15"] {
                for months in [-25, -12, -1, 0, 1, 12, 36] {
                    let date = try #require(CivilDate(iso: text))
                    let server = try await connection.value(
                        "select (\(date) + make_interval(months => \(Int32(months))))::date", as: CivilDate.self)
                    #expect(date.adding(months: months) == server, "\(text) + \(months)")
                }
            }
        }
    }

    @Test func knowsWeekdaysAsTheServerDoes() async throws {
        try await withConnection { connection in
            for offset in [-1_000_000, -1, 0, 1, 2, 3, 4, 5, 6, 7, 9_000] {
                let date = CivilDate(daysSinceEpoch: Int32(offset))
                let server = try await connection.value(
                    "select extract(isodow from \(date))::int", as: Int32.self)
                #expect(date.isoWeekday == Int(server))
            }
        }
    }

    @Test func whatIsTooFarIsInfinite() {
        let day = CivilDate(daysSinceEpoch: 0)
        for days in [Int(Int32.max), Int.max] {
            #expect(day + days == .infinity)
            #expect(day - days - 1 == .negativeInfinity)
        }
        #expect(day - Int.min == .infinity)
        #expect(day.adding(years: .max, months: .max) == .infinity)
        #expect(day.adding(years: .min) == .negativeInfinity)
    }

    @Test func infinityStaysInfinite() {
        #expect(CivilDate.infinity + 1 == .infinity)
        #expect(CivilDate.negativeInfinity - 1 == .negativeInfinity)
        #expect(CivilDate.infinity.adding(years: 1) == .infinity)
        #expect(CivilDate.negativeInfinity < CivilDate(iso: "4713-01-01 BC")!)
    }
}
