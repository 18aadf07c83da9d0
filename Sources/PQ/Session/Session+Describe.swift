import CLibPQ

extension Session {
    /// The types of a query's columns, checked against what a row type expects.
    @usableFromInline func describe(_ query: String, columns: [Column]) throws(PQError) -> [TypeOID] {
        try ready()
        try checkSQL(query)
        if Task.isCancelled { throw .cancelled }
        // The unnamed statement: the next one takes its place, whatever becomes of this one.
        try exchange(query) { PQsendPrepare(handle, "", query, 0, nil) }
        var types: [TypeOID] = []
        var mismatch: PQError?
        func read(_ result: OpaquePointer) {
            types = (0..<PQnfields(result)).map { TypeOID(PQftype(result, $0)) }
            do throws(PQError) { try ResultColumns.check(result, against: columns) } catch { mismatch = error }
        }
        try exchange(query, { PQsendDescribePrepared(handle, "") }, read)
        if let mismatch { throw mismatch }
        return types
    }

    private func exchange(
        _ sql: String, _ send: () -> Int32, _ read: (OpaquePointer) -> Void = { _ in }
    ) throws(PQError) {
        current = Running(
            sql: sql, watch: Watch(deadline: options.statementDeadline), startedInTransaction: isInTransaction
        )
        if send() == 0 { throw lost() }
        guard let result = try nextResult(&current!.watch) else { throw lost() }
        let good = try checked(result)
        read(good)
        PQclear(good)
        try finish()
    }
}
