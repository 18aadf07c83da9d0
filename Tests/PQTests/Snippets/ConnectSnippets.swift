import PQ

private enum Grade: String, CaseIterable, PQEncodable, PQDecodable {
    case a = "A"
    case b = "B"
}

func connectSnippets(_ conninfo: String) async throws -> Int {
    var options = ConnectionOptions(conninfo: conninfo, applicationName: "register")
    options.role = "pg_monitor"
    options.settings = ["search_path": "register", "statement_timeout": "30s"]
    options.statementDeadline = .seconds(60)
    let connection = try await Connection.connect(options)

    await connection.close()

    options.role = nil
    options.checkedEnums = [CheckedEnum(Grade.self, is: "register.grade")]

    let pool = Pool(options, size: 4...16)
    let count = try await pool.withConnection { connection in
        try connection.value("select count(*) from firm", as: Int.self)
    }
    await pool.shutdown()
    return count
}

/// Not run: it names a server that is not there.
func verifiedOptions() -> ConnectionOptions {
    let verified = ConnectionOptions(
        conninfo: """
            host=db.example dbname=register user=worker sslmode=verify-full sslrootcert=/etc/register/ca.crt \
            channel_binding=require
            """)
    return verified
}
