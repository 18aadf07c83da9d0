import PQ

extension Company: CopyRow {
    func encode(to encoder: inout CopyEncoder) {
        encoder.write(id)
        encoder.write(name)
    }
}

func bulkSnippets(on connection: isolated Connection, companies: [Company], csv: [UInt8]) throws -> [Company] {
    try connection.script("create temporary table staged (firm_id bigint, name text)")
    let target = CopyTarget(table: "staged", columns: ["firm_id", "name"])
    let stored = try connection.copyIn(target, rows: companies)
    precondition(stored == companies.count)
    try connection.copyIn("copy staged from stdin (format csv, header match)", chunks: [csv])
    try connection.script("drop table staged")

    try connection.transaction { connection in
        try connection.execute("create temporary table staged (like firm) on commit drop")
        try connection.copyIn(CopyTarget(table: "staged", columns: ["firm_id", "name"]), rows: companies)
        try connection.execute(
            """
            insert into firm as old (firm_id, name) select firm_id, name from staged
            on conflict (firm_id) do update set name = excluded.name where old.name is distinct from excluded.name
            """)
    }

    let (ids, names) = (companies.map(\.id), companies.map(\.name))
    try connection.execute(
        """
        insert into firm (firm_id, name) select * from unnest(\(ids), \(names)::text[])
        on conflict (firm_id) do update set name = excluded.name
        """)

    var dumped: [Company] = []
    try connection.copyOut(query: "select firm_id, name from firm", as: Company.self) { company in
        dumped.append(company)
    }
    return dumped
}

func asyncBulkSnippets(on connection: Connection, arriving: AsyncStream<Company>) async throws -> Int {
    let target = CopyTarget(table: "firm", columns: ["firm_id", "name"])
    let stored = try await connection.copyIn(target, rows: arriving)
    return stored
}
