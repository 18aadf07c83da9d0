import PQ

struct Company {
    let id: Int64
    let name: String?
}

extension Company: Row {
    static let columns = [Column("firm_id", Int64.self), Column("name", String?.self)]

    init(decoding row: inout RowDecoder) throws(PQError) {
        self.init(id: try row.next(), name: try row.next())
    }
}

func querySnippets(on connection: isolated Connection, pattern: String) throws -> Int {
    let county: Statement = "county = \(Int32(421_300))"
    let statement: Statement = "select firm_id, name from firm where \(county) and name like \(pattern)"

    let companies = try connection.rows(statement, as: Company.self)
    let first = try connection.firstRow(statement, as: Company.self)
    let pairs = try connection.rows("select firm_id, county from firm", as: (Int64, Int32?).self)
    let count = try connection.value("select count(*) from firm", as: Int.self)
    let changed = try connection.execute("update firm set name = upper(name) where firm_id = \(Int64(1))")

    var longest = 0
    try connection.forEach("select firm_id, name from firm", as: Company.self) { company in
        longest = max(longest, company.name?.count ?? 0)
    }
    return companies.count + (first == nil ? 0 : 1) + pairs.count + count + changed + longest
        + (try totals(on: connection)).reduce(0, +)
}

func totals(on connection: isolated Connection) throws -> [Int] {
    try (1...3).map { try connection.value("select count(*) from firm where firm_id % \($0) = 0", as: Int.self) }
}

func streamSnippets(on connection: Connection, wanted: Int64) async throws -> Int {
    for try await company in connection.stream("select firm_id, name from firm", as: Company.self) {
        if company.id == wanted { break }
    }
    let sum = try await connection.onOwnThread { connection in
        var sum = 0
        for number in 1...100 { sum += try await connection.value("select \(number)", as: Int.self) }
        return sum
    }
    return sum
}
