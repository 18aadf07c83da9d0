import CLibPQ

/// The statement a session runs.
struct Running {
    let sql: String
    /// Where the cache knows the statement.
    var entry: PreparedCache.Entry?
    var watch: Watch
    let startedInTransaction: Bool
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
            guard let server = error.serverError, let entry = current?.entry, Self.isStalePlan(server) else {
                throw error
            }
            cache.forget(entry)
            guard current?.startedInTransaction == false, !isBroken else { throw error }
            return try send(statement, singleRow: singleRow, preparing: false)
        }
    }

    static func isStalePlan(_ error: ServerError) -> Bool {
        error.sqlState == .invalidStatementName
            || (error.sqlState == .featureNotSupported && error.routine == "RevalidateCachedQuery")
    }

    private func send(_ statement: Statement, singleRow: Bool, preparing: Bool) throws(PQError) -> OpaquePointer {
        let watch = Watch(deadline: statement.deadline ?? options.statementDeadline)
        try ready(by: watch.deadline)
        if let (place, fault) = statement.binds.fault { throw .invalidBind(place, fault) }
        if Task.isCancelled { throw .cancelled }
        var running = Running(sql: statement.sql, watch: watch, startedInTransaction: isInTransaction)
        let sent: Int32
        switch preparing ? try prepare(statement, &running) : nil {
        case .some(let name): sent = sendPrepared(name, statement.binds)
        case .none: sent = sendUnprepared(statement)
        }
        if sent == 0 { throw notSent() }
        if singleRow { _ = PQsetSingleRowMode(handle) }
        leftSingleRowMode = singleRow
        current = running
        guard let result = try nextResult(&current!.watch) else { throw lost() }
        return try checked(result)
    }

    /// What it means that libpq took a statement not at all.
    func notSent() -> PQError { PQstatus(handle) == CONNECTION_OK ? .misuse(.refusedByLibpq) : lost() }

    /// Looks at SQL that is about to be sent.
    ///
    /// **Throws** `.misuse(.zeroByteInSQL)`: libpq would send what stands before it.
    func checkSQL(_ sql: String) throws(PQError) {
        if sql.hasZeroByte { throw .misuse(.zeroByteInSQL) }
    }

    /// Makes sure that nothing is under way before a statement with this deadline.
    ///
    /// **Throws** `.misuse` when something else is under way; `.deadlineExceeded`, `.connectionLost`, `.connectionClosed`.
    func ready(by deadline: UInt64? = nil) throws(PQError) {
        if isBroken { throw .connectionClosed }
        switch activity {
        case .idle: return
        case .stream where !isStreamHeld():
            endUnheldStream(by: deadline)
            guard isBroken else { return }
            throw current?.watch.isPastDeadline == true ? .deadlineExceeded : .connectionLost
        case .stream, .rows: throw .misuse(.streamIsOpen)
        case .pipeline: throw .misuse(.insidePipeline)
        case .copy: throw .misuse(.copyIsOpen)
        }
    }

    /// Ends a stream whose reader has gone without reading it to its end, by `deadline` or else the connection's own.
    func endUnheldStream(by deadline: UInt64? = nil) {
        guard case .stream = activity, !isStreamHeld() else { return }
        current?.watch.shorten(to: deadline ?? Watch(deadline: options.statementDeadline).deadline)
        abandon()
        activity = .idle
    }

    /// The name to run the statement by, preparing it when it is time; nil to run it unprepared.
    private func prepare(_ statement: Statement, _ running: inout Running) throws(PQError) -> String? {
        let (decision, entry) = cache.decide(statement, eagerly: false)
        running.entry = entry
        switch decision {
        case .once:
            try checkSQL(statement.sql)
            return nil
        case .prepared(let name): return name
        case .prepare(let name):
            try checkSQL(statement.sql)
            try deallocateEvicted()
            if sendPrepare(name, statement) == 0 { throw notSent() }
            current = running
            guard let result = try nextResult(&current!.watch) else { throw lost() }
            PQclear(try checked(result))
            try finish()
            if let entry { cache.note(name, for: entry) }
            return name
        }
    }

    /// Tells the server which prepared statements are not needed any more.
    ///
    /// Never inside a transaction: a name that somebody's `discard all` took away would fail it.
    func deallocateEvicted() throws(PQError) {
        guard !cache.toDeallocate.isEmpty, !isInTransaction else { return }
        for name in cache.takeNamesToDeallocate() {
            do throws(PQError) { try command("deallocate \(name)") } catch {
                guard error.sqlState == .invalidStatementName else { throw error }
            }
        }
    }

    func sendPrepare(_ name: String, _ statement: Statement) -> Int32 {
        statement.binds.withParameterArrays { arrays in
            PQsendPrepare(handle, name, statement.sql, arrays.count, arrays.types)
        }
    }

    func sendPrepared(_ name: String, _ binds: Binds) -> Int32 {
        binds.withParameterArrays { arrays in
            // Given as it is, a string becomes an array first.
            name.withCString {
                PQsendQueryPrepared(handle, $0, arrays.count, arrays.values, arrays.lengths, arrays.formats, 1)
            }
        }
    }

    private func sendUnprepared(_ statement: Statement) -> Int32 {
        statement.binds.withParameterArrays { arrays in
            PQsendQueryParams(
                handle, statement.sql, arrays.count, arrays.types, arrays.values, arrays.lengths, arrays.formats, 1)
        }
    }
}
