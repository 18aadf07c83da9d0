import PQ
import PQTesting
import Testing

struct Smoke: Row, CopyRow, Equatable {
    let id: Int64
    let name: String?
    static let columns = [Column("id", Int64.self), Column("name", String?.self)]
    init(id: Int64, name: String?) {
        self.id = id
        self.name = name
    }
    init(decoding row: inout RowDecoder) throws(PQError) {
        id = try row.next()
        name = try row.next()
    }
    func encode(to encoder: inout CopyEncoder) {
        encoder.write(id)
        encoder.write(name)
    }
}

@Test func aConnectionRunsStatements() async throws {
    let connection = try await TestServer.shared().connect()
    let two = try await connection.value("select \(1) + 1", as: Int.self)
    #expect(two == 2)
    let pairs = try await connection.rows(
        "select g::bigint, 'x' || g from generate_series(1, \(3)) g", as: (Int64, String?).self)
    #expect(pairs.map(\.0) == [1, 2, 3])
    #expect(pairs[2].1 == "x3")
    let n = 5
    let t = try await connection.transaction { c in
        try c.execute("create temporary table smoke (id bigint, name text)")
        try c.copyIn(
            CopyTarget(table: "smoke", columns: ["id", "name"]),
            rows: (1...n).map { Smoke(id: Int64($0), name: $0 == 2 ? nil : "n\t\($0)") })
        try c.copyIn(
            CopyTarget(table: "smoke", columns: ["id", "name"], format: .text),
            rows: (6...8).map { Smoke(id: Int64($0), name: $0 == 7 ? nil : "n\t\($0)") })
        return try c.rows("select id, name from smoke order by id", as: Smoke.self)
    }
    #expect(t.count == 8)
    #expect(t[7] == Smoke(id: 8, name: "n\t8"))
    #expect(t[1].name == nil)
    do {
        try await connection.execute("select 1/0")
        Issue.record("no error")
    } catch {
        #expect(error.sqlState == .divisionByZero)
    }
    let unnest = try await connection.rows(
        "select * from unnest(\([1, 2]), \(["a", "b"])) u(a, b)", as: (Int, String).self)
    #expect(unnest[1].1 == "b")
    await connection.close()
}

func helper(on connection: isolated Connection) throws -> Int {
    try connection.transaction { c in try c.value("select 1", as: Int.self) }
}

@Test func aDatabaseIsClonedAndRolledBack() async throws {
    let db = TestDatabase(name: "smoke") { options in
        let c = try await Connection.connect(options)
        try await c.script("create table a (x int); insert into a values (1)")
        await c.close()
    }
    let count = try await db.withRollback { c in
        try c.execute("insert into a values (2)")
        return try c.value("select count(*) from a", as: Int.self) + helper(on: c)
    }
    #expect(count == 3)
    try await db.withClone { options in
        let c = try await Connection.connect(options)
        let count = try await c.value("select count(*) from a", as: Int.self)
        #expect(count == 1)
        await c.close()
    }
}
