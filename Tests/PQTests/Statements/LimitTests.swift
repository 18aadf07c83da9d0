import PQTesting
import Testing

@testable import PQ

/// Values and files longer than 32 bits can count.
@Suite struct LimitTests {
    /// Claims so many bytes without touching them.
    private struct Long: PQEncodable, CopyRow {
        let count: Int

        static var bindType: TypeOID { .bytea }
        func encodeText(into writer: inout ByteWriter) { encodeBinary(into: &writer) }
        func encode(to encoder: inout CopyEncoder) { encoder.write(self) }
        func encodeBinary(into writer: inout ByteWriter) {
            writer.reserve(count)
            writer.used += count
        }
    }

    private static let limit = Int(Int32.max)

    @Test(arguments: [limit + 1, 2 * limit + 6]) func aValueThatIsTooLongIsRefused(count: Int) async throws {
        let long = Long(count: count)
        let statements: [Statement] = ["select length(\(long))", "select \(Int64(1)), \([long])"]
        for statement in statements {
            try await withConnection { connection in
                let error = await errorOf { try await connection.execute(statement) }
                guard case .invalidBind(_, .tooLong) = error else { throw error ?? .cancelled }
                try await connection.expectUsable()
            }
        }
    }

    @Test func valuesThatAreTooLongTogetherAreRefused() async throws {
        let half = Long(count: Self.limit / 2 + 1)
        try await withConnection { connection in
            let error = await errorOf { try await connection.execute("select \(half), \(half)") }
            guard case .invalidBind(2, .tooLong) = error else { throw error ?? .cancelled }
            try await connection.expectUsable()
        }
    }

    @Test func aFieldThatIsTooLongIsRefused() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table long (content bytea)")
            let error = await errorOf {
                try await connection.copyIn(
                    CopyTarget(table: "long", columns: ["content"]), rows: [Long(count: Self.limit + 1)])
            }
            guard case .unencodableRow(1, .tooLong) = error else { throw error ?? .cancelled }
            try await connection.expectUsable()
        }
    }

    /// Longer than what libpq is given at once.
    @Test func aLongPieceOfAFileArrivesWhole() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table line (number int)")
            let file = (1...400_000).map { "\($0)\n" }.joined()
            let count = try await connection.copyIn("copy line from stdin", chunks: [Array(file.utf8)])
            #expect(count == 400_000)
            let sum = try await connection.value("select sum(number)::bigint from line", as: Int.self)
            #expect(sum == 80_000_200_000)
        }
    }
}
