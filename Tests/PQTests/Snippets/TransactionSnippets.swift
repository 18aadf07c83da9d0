import PQ

func transactionSnippets(on connection: Connection, name: String) async throws -> Int64 {
    let id = try await connection.transaction { connection in
        let id = try connection.value("select coalesce(max(firm_id), 0) + 1 from firm", as: Int64.self)
        try connection.execute("insert into firm (firm_id, name) values (\(id), \(name))")
        return id
    }
    return id
}

func retrySnippets(with pool: Pool) async throws {
    let options = TransactionOptions(isolation: .serializable, retries: 5)
    try await pool.transaction(options) { connection in
        try connection.execute("update firm set county = county + 1 where firm_id = \(Int64(1))")
    }

    do {
        try await pool.transaction(TransactionOptions(tracksOutcome: true)) { connection in
            try connection.execute("delete from firm where firm_id = \(Int64(99))")
        }
    } catch PQError.commitUnknown(let xid?) {
        let outcome = try await pool.withConnection { try $0.outcome(ofTransaction: xid) }
        guard outcome == .committed else { throw PQError.commitUnknown(xid: xid) }
    }
}
