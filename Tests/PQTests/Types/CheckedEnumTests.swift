import PQ
import PQTesting
import Testing

@Suite struct CheckedEnumTests {
    private enum Grade: String, CaseIterable, PQEncodable, PQDecodable {
        case a = "A"
        case b = "B"
        case c = "C"
    }

    private static let database = TestDatabase(name: "enums") { options in
        let connection = try await Connection.connect(options)
        try await connection.script(
            """
            create schema lists;
            create type lists.grade as enum ('B', 'A', 'C');
            create type lists.older as enum ('A', 'B', 'X');
            """)
        await connection.close()
    }

    private func connect(_ options: ConnectionOptions, _ name: String) async -> PQError? {
        var options = options
        options.checkedEnums = [CheckedEnum(Grade.self, is: name)]
        let made = options
        return await errorOf {
            let connection = try await Connection.connect(made)
            #expect(try await connection.value("select \(Grade.b)::lists.grade", as: Grade.self) == .b)
            await connection.close()
        }
    }

    @Test func theSameLabelsInAnyOrderConnect() async throws {
        try await Self.database.withClone { options in
            #expect(await connect(options, "lists.grade") == nil)
        }
    }

    @Test func otherLabelsAreNamedFromBothSides() async throws {
        try await Self.database.withClone { options in
            let older = try #require(await mismatch(options, "lists.older"))
            #expect(older.reason == .labels(onlyInDatabase: ["X"], onlyInSwift: ["C"]))
            #expect(older.description.contains("lists.older") && older.description.contains("Grade"))
            let missing = try #require(await mismatch(options, "lists.no_such"))
            #expect(missing.reason == .labels(onlyInDatabase: [], onlyInSwift: ["A", "B", "C"]))
        }
    }

    private func mismatch(_ options: ConnectionOptions, _ name: String) async -> PQ.DecodingError? {
        guard case .decoding(let error) = await connect(options, name) else { return nil }
        return error
    }
}
