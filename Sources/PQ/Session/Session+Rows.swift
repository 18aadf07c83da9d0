import CLibPQ

extension Session {
    /// Starts a statement in single-row mode and checks its columns; then `nextRow` gives row after row.
    @usableFromInline func open(_ statement: Statement, columns: [Column]) throws(PQError) {
        let result = try start(statement, singleRow: true)
        let isRow = PQresultStatus(result) == PGRES_SINGLE_TUPLE
        do throws(PQError) {
            try ResultColumns.check(result, against: columns)
        } catch {
            PQclear(result)
            abandon()
            throw error
        }
        keepTypes(of: result)
        if isRow {
            firstRow = result
        } else {
            PQclear(result)
        }
    }

    /// The next row, which stays valid until the next call; nil after the last, when all is settled.
    @usableFromInline func nextRow() throws(PQError) -> OpaquePointer? {
        if let row = lentRow { PQclear(row) }
        if let row = firstRow {
            firstRow = nil
            lentRow = row
            return row
        }
        lentRow = nil
        while PQisBusy(handle) != 0 { try exchange(&current!.watch) }
        if let result = PQgetResult(handle) {
            if PQresultStatus(result) == PGRES_SINGLE_TUPLE {
                lentRow = result
                return result
            }
            PQclear(try checked(result))
        }
        try finish()
        return nil
    }

    /// Reads the first row and drops the others as they arrive, without holding them.
    ///
    /// They are not cut short by a request to cancel: that would undo a statement that writes.
    @inlinable func firstRow<T>(
        _ statement: Statement, columns: [Column], _ read: (inout RowDecoder) throws(PQError) -> T
    ) throws(PQError) -> T? {
        try open(statement, columns: columns)
        guard let first = try nextRow() else { return nil }
        var decoder = RowDecoder(result: first, row: 0, number: 1, types: types)
        let value: T
        do throws(PQError) { value = try read(&decoder) } catch {
            abandon()
            throw error
        }
        while try nextRow() != nil {}
        return value
    }

    /// Asking for another row now would wait for the server.
    @usableFromInline var wouldWait: Bool { firstRow == nil && PQisBusy(handle) != 0 }

    /// The whole result of a statement; the caller checks its columns and clears it.
    @usableFromInline func fetch(_ statement: Statement) throws(PQError) -> OpaquePointer {
        let result = try start(statement, singleRow: false)
        do throws(PQError) {
            try finish()
        } catch {
            PQclear(result)
            throw error
        }
        return result
    }

    /// Rows a command says it touched.
    static func affected(_ result: OpaquePointer) -> Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    func execute(_ statement: Statement) throws(PQError) -> Int {
        let result = try start(statement, singleRow: false)
        defer { PQclear(result) }
        try finish()
        return Self.affected(result)
    }

    /// Several statements in the simple protocol, as one implicit transaction unless they say otherwise.
    func script(_ sql: String, deadline: Duration?) throws(PQError) {
        try ready()
        try checkSQL(sql)
        if Task.isCancelled { throw .cancelled }
        try simple(sql, deadline: deadline, isCancellable: true)
    }

    /// One command of the library itself; its outcome must be learnt, so it is not cancelled.
    func command(_ sql: String) throws(PQError) {
        if isBroken { throw .connectionClosed }
        try simple(sql, isCancellable: false)
    }

    private func simple(_ sql: String, deadline: Duration? = nil, isCancellable: Bool) throws(PQError) {
        current = Running(
            sql: sql, watch: Watch(deadline: deadline ?? options.statementDeadline, isCancellable: isCancellable),
            startedInTransaction: isInTransaction)
        if PQsendQuery(handle, sql) == 0 { throw lost() }
        try finish()
    }
}
