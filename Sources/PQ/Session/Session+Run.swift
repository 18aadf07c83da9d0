import CLibPQ

/// The statement a session runs.
struct Running {
    let sql: String
    let key: PreparedCache.Key?
    var watch: Watch
    let startedInTransaction: Bool
    /// Rows handed out so far.
    var rowNumber = 0
}

extension Session {
    /// Sends a statement and waits for its first result, which the caller owns.
    ///
    /// A plan the server can no longer use (its tables changed) is forgotten, and outside a transaction the statement
    /// is sent once more.
    func start(_ statement: Statement, singleRow: Bool) throws(PQError) -> OpaquePointer {
        do throws(PQError) {
            return try send(statement, singleRow: singleRow, preparing: true)
        } catch {
            guard let server = error.serverError, let key = current?.key, Self.isStalePlan(server) else { throw error }
            cache.forget(key)
            guard current?.startedInTransaction == false, !isBroken else { throw error }
            return try send(statement, singleRow: singleRow, preparing: false)
        }
    }

    static func isStalePlan(_ error: ServerError) -> Bool {
        error.sqlState == .invalidStatementName
            || (error.sqlState == .featureNotSupported && error.routine == "RevalidateCachedQuery")
    }

    private func send(_ statement: Statement, singleRow: Bool, preparing: Bool) throws(PQError) -> OpaquePointer {
        try ready()
        if let (place, fault) = statement.binds.fault { throw .invalidBind(place, fault) }
        if Task.isCancelled { throw .cancelled }
        var running = Running(
            sql: statement.sql, key: preparing ? statement.preparedKey : nil,
            watch: Watch(deadline: statement.deadline ?? options.statementDeadline),
            startedInTransaction: isInTransaction)
        let sent: Int32
        switch try prepare(statement, &running) {
        case .some(let name): sent = sendPrepared(name, statement.binds)
        case .none: sent = sendUnprepared(statement)
        }
        if sent == 0 { throw lost() }
        if singleRow { _ = PQsetSingleRowMode(handle) }
        current = running
        guard let result = try nextResult(&current!.watch) else { throw lost() }
        return try checked(result)
    }

    func ready() throws(PQError) {
        if isBroken { throw .connectionClosed }
        switch activity {
        case .idle: return
        case .stream where !isStreamHeld():
            abandon()
            activity = .idle
            if isBroken { throw .connectionLost }
        case .stream, .rows: throw .misuse(.streamIsOpen)
        case .pipeline: throw .misuse(.insidePipeline)
        }
    }

    /// The name to run the statement by, preparing it when it is time; nil to run it unprepared.
    private func prepare(_ statement: Statement, _ running: inout Running) throws(PQError) -> String? {
        guard let key = running.key else { return nil }
        switch cache.decide(key, eagerly: false) {
        case .once: return nil
        case .prepared(let name): return name
        case .prepare(let name):
            for old in cache.evict() { try command("deallocate \(old)") }
            if sendPrepare(name, statement) == 0 { throw lost() }
            current = running
            guard let result = try nextResult(&current!.watch) else { throw lost() }
            PQclear(try checked(result))
            try finish()
            cache.remember(key, as: name)
            return name
        }
    }

    func sendPrepare(_ name: String, _ statement: Statement) -> Int32 {
        statement.binds.withParameterArrays { arrays in
            PQsendPrepare(handle, name, statement.sql, arrays.count, arrays.types)
        }
    }

    func sendPrepared(_ name: String, _ binds: Binds) -> Int32 {
        binds.withParameterArrays { arrays in
            PQsendQueryPrepared(handle, name, arrays.count, arrays.values, arrays.lengths, arrays.formats, 1)
        }
    }

    private func sendUnprepared(_ statement: Statement) -> Int32 {
        statement.binds.withParameterArrays { arrays in
            PQsendQueryParams(
                handle, statement.sql, arrays.count, arrays.types, arrays.values, arrays.lengths, arrays.formats, 1)
        }
    }
}

extension Statement {
    var preparedKey: PreparedCache.Key {
        PreparedCache.Key(sql: sql, types: binds.parameters.map(\.type))
    }
}
