import PQ
import PQTesting
import Testing

/// Lends a connection to the test server and closes it afterwards.
func withConnection<T>(
    isolation: isolated (any Actor)? = #isolation, database: String = "postgres", role: String? = nil,
    _ body: (Connection) async throws -> T
) async throws -> T {
    let connection = try await TestServer.shared().connect(database: database, role: role)
    do {
        let value = try await body(connection)
        await connection.close()
        return value
    } catch {
        await connection.close()
        throw error
    }
}

/// The error a call throws, or nil when it throws none.
func errorOf<T>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> T
) async -> PQError? {
    do {
        _ = try await body()
        return nil
    } catch { return error as? PQError }
}

/// An invented firm, as a row of a result and of a COPY.
struct Firm: Row, CopyRow, Hashable {
    let id: Int64
    let name: String?

    static let columns = [Column("id", Int64.self), Column("name", String?.self)]

    init(id: Int64, name: String?) {
        self.id = id
        self.name = name
    }

    init(decoding row: inout RowDecoder) throws(PQError) {
        self.init(id: try row.next(), name: try row.next())
    }

    func encode(to encoder: inout CopyEncoder) {
        encoder.write(id)
        encoder.write(name)
    }
}

extension Connection {
    /// A statement of whoever comes next must find the connection in order.
    func expectUsable() throws(PQError) {
        let one = try value("select 1", as: Int.self)
        #expect(one == 1)
    }
}
