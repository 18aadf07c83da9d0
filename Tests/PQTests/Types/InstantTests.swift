import PQ
import PQTesting
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        "2000-01-01T00:00:00Z", "1999-12-31T23:59:59.999999Z", "2025-02-28T08:00:00.5Z", "1970-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z",
    ])
    func isWrittenInUTC(text: String) async throws {
        let instant = try #require(Instant(iso: text))
        #expect(instant.description == text)
        try await withConnection { connection in
            let server = try await connection.value("select \(text)::timestamptz", as: Instant.self)
            #expect(server == instant)
        }
    }

    @Test func readsOffsets() {
        let utc = Instant(iso: "2025-03-01T00:30:00Z")
        #expect(Instant(iso: "2025-03-01T08:30:00+08:00") == utc)
        #expect(Instant(iso: "2025-03-01 08:30+08") == utc)
        #expect(Instant(iso: "2025-02-28T19:30:00-05:00") == utc)
    }

    @Test(arguments: [
        "2025-03-01", "2025-03-01T08:30:00", "2025-03-01T24:00:00Z", "2025-02-30T00:00:00Z", "x", "", "T",
        "2025-03-01T08:30:00.1234567Z", "300000-01-01T00:00:00Z", "5874897-12-31T00:00:00Z",
    ])
    func refusesWhatNamesNoMoment(text: String) { #expect(Instant(iso: text) == nil) }

    @Test func measuresDurations() {
        let start = Instant(microsecondsSinceEpoch: 0)
        #expect((start + .milliseconds(1500)) - start == .milliseconds(1500))
        #expect(Instant.infinity + .seconds(1) == .infinity)
    }

    @Test func whatIsTooFarIsInfinite() {
        let start = Instant(microsecondsSinceEpoch: 0)
        #expect(start + .seconds(Int64.max) == .infinity)
        #expect(start + .seconds(Int64.min) == .negativeInfinity)
        #expect(Instant(microsecondsSinceEpoch: .max - 1) + .microseconds(5) == .infinity)
        #expect(Instant(secondsSince1970: .max) == .infinity)
        #expect(Instant(secondsSince1970: .min, microseconds: .min) == .negativeInfinity)
        #expect(Instant.infinity - Instant.negativeInfinity == .microseconds(Int64.max))
        #expect(Instant.negativeInfinity - Instant(microsecondsSinceEpoch: 1) == .microseconds(Int64.min))
    }
}
