import CLibPQ

extension Session {
    /// Starts a COPY and checks that the server waits for (or sends) its data.
    func beginCopy(_ sql: String, deadline: Duration?, expecting expected: ExecStatusType) throws(PQError) {
        try ready()
        try checkSQL(sql)
        if Task.isCancelled { throw .cancelled }
        current = Running(
            sql: sql, watch: Watch(deadline: deadline ?? options.statementDeadline),
            startedInTransaction: isInTransaction
        )
        if PQsendQuery(handle, sql) == 0 { throw lost() }
        guard let result = try nextResult(&current!.watch) else { throw lost() }
        if PQresultStatus(result) == expected { return PQclear(result) }
        do throws(PQError) {
            PQclear(try checked(result))
            try finish()
        } catch .misuse { throw .misuse(.notACopyStatement) }
        throw .misuse(.notACopyStatement)
    }

    @usableFromInline func beginCopyIn(_ sql: String, deadline: Duration?) throws(PQError) {
        try beginCopy(sql, deadline: deadline, expecting: PGRES_COPY_IN)
    }

    /// Sends data in pieces that libpq can count and that memory need not hold as a whole.
    @usableFromInline func putCopy(_ bytes: UnsafeRawBufferPointer) throws(PQError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Self.longestPiece)
            try putPiece(UnsafeRawBufferPointer(rebasing: piece))
            rest = rest[piece.endIndex...]
        }
    }

    private static let longestPiece = 1 << 20

    /// Sends a piece, waiting first until the kernel has taken the one before: memory does not grow, and the next
    /// piece is made while this one leaves.
    private func putPiece(_ bytes: UnsafeRawBufferPointer) throws(PQError) {
        if Task.isCancelled { throw .cancelled }
        try push(&current!.watch)
        if PQstatus(handle) != CONNECTION_OK {
            // libpq would swallow every further piece. What the server said before it went is the COPY's result.
            _ = try endCopyIn()
            throw lost()
        }
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        var sent = PQputCopyData(handle, start, Int32(bytes.count))
        while sent == 0 {
            try push(&current!.watch)
            sent = PQputCopyData(handle, start, Int32(bytes.count))
        }
        if sent < 0 { throw lost() }
        _ = PQflush(handle)  // an error here is found by the next wait
    }

    /// Ends the COPY and gives the rows the server took.
    ///
    /// **Throws** `PQError.copyRow` with the line when the server refused one.
    @usableFromInline func endCopyIn() throws(PQError) -> Int {
        while true {
            let ended = PQputCopyEnd(handle, nil)
            if ended > 0 { break }
            if ended < 0 { throw lost() }
            try push(&current!.watch)
        }
        guard let result = try nextResult(&current!.watch) else { throw lost() }
        do throws(PQError) {
            let good = try checked(result)
            defer { PQclear(good) }
            try finish()
            return Self.affected(good)
        } catch {
            if case .server(let server) = error, let line = server.copyLine { throw .copyRow(line: line, server) }
            throw error
        }
    }

    /// Gives the COPY up; the server undoes it.
    @usableFromInline func abortCopyIn() {
        guard !isBroken else { return }
        if PQputCopyEnd(handle, "given up by the client") < 0 { return dropSocket() }
        drain()
    }
}
