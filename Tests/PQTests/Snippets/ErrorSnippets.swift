import PQ

enum Registered: Equatable {
    case stored, alreadyKnown
    case incomplete(column: String?)
}

func register(on connection: isolated Connection, id: Int64, name: String?) throws(PQError) -> Registered {
    do throws(PQError) {
        try connection.execute("insert into firm (firm_id, name) values (\(id), \(name))")
    } catch let error where error.constraint == "firm_pkey" {
        return .alreadyKnown
    } catch let error where error.sqlState == .notNullViolation {
        return .incomplete(column: error.column)
    }
    return .stored
}

func connectOrSayWhy(_ options: ConnectionOptions) async throws -> Connection {
    do {
        return try await Connection.connect(options)
    } catch {
        if case .connectionFailed(let fault) = error { print("look at \(fault.settings.map(\.rawValue))") }
        throw error
    }
}

func stopSnippets(on connection: Connection) async throws -> Int {
    let task = Task { try await connection.execute("select pg_sleep(60)") }
    task.cancel()
    _ = await task.result

    let statement = Statement(sql: "select count(*) from firm").within(.seconds(5))
    return try await connection.value(statement, as: Int.self)
}
