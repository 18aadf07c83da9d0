import PQ
import PQTesting
import Testing

@Suite struct NumericTests {
    static let texts = [
        "0", "0.00", "1", "-1", "1.0", "10", "9999", "10000", "10001", "0.1", "0.0001", "0.00001", "-0.00000001",
        "100000000", "123456789.987654321", "12345.6", "99999999999999999999999999999999.99", "1000000000000.000",
        "0.00010000", "NaN", "Infinity", "-Infinity",
    ]

    @Test(arguments: texts) func isReadAndWrittenAsTheServerDoes(text: String) async throws {
        try await withConnection { connection in
            let numeric = try #require(Numeric(text))
            #expect(numeric.description == text)
            #expect(try await connection.value("select \(numeric)::text", as: String.self) == text)
            let back = try await connection.value("select \(text)::numeric", as: Numeric.self)
            #expect(back == numeric)
            #expect(back.description == text)
        }
    }

    @Test func holdsTheLongestNumberTheServerKnows() async throws {
        let whole = String(repeating: "7", count: 131_072)
        let fraction = "0." + String(repeating: "3", count: 16_383)
        try await withConnection { connection in
            for text in [whole, fraction] {
                let numeric = try #require(Numeric(text))
                let back = try await connection.value("select \(numeric)", as: Numeric.self)
                #expect(back == numeric)
                #expect(try await connection.value("select \(back)::text", as: String.self) == text)
            }
        }
    }

    @Test func readsExponentsAsTheServerDoes() async throws {
        try await withConnection { connection in
            for text in ["1e3", "1.5e-7", "-2.25E+2", "1e0", "12345e-3", "1e-20", "7e20"] {
                let server = try await connection.value("select \(text)::numeric", as: Numeric.self)
                #expect(Numeric(text) == server, "\(text)")
                #expect(Numeric(text)?.description == server.description, "\(text)")
            }
        }
    }

    @Test func refusesWhatIsNoNumber() {
        for text in ["", "-", ".", "1.2.3", "0x1", "1e", "1e999999", "1e-9223372036854775808", " 1", "nan", "１"] {
            #expect(Numeric(text) == nil, "\(text)")
        }
    }

    @Test func isOrderedAsTheServerOrders() {
        let ascending = [
            "-Infinity", "-10000", "-2", "-1.5", "0", "0.0001", "1", "1.00001", "2", "9999", "10000", "Infinity", "NaN",
        ]
        .compactMap { Numeric($0) }
        for (lower, upper) in zip(ascending, ascending.dropFirst()) {
            #expect(lower < upper)
            #expect(!(upper < lower))
        }
        #expect(Numeric("1.0") == Numeric("1.000"))
        #expect(Numeric("1.0").hashValue == Numeric("1.000").hashValue)
    }

    @Test func givesWholeNumbersThatFit() {
        for value in [Int64.min, -10_000, 0, 1, 10_000, .max] {
            #expect(Numeric(value).integer() == value)
            #expect(Numeric(value).description == "\(value)")
        }
        #expect(Numeric("1.5")?.integer() == nil)
        #expect(Numeric("9223372036854775808")?.integer() == nil)
        #expect(Numeric("1.50")?.double == 1.5)
    }
}
