public import CLibPQ

/// Sends statements without waiting for the answers of those before them.
///
/// What stands between two calls of `sync` is a batch: one trip and, outside a transaction, one transaction. An error
/// undoes and ends its own batch only.
public struct Pipeline: ~Copyable {
    @usableFromInline var queue: PipelineQueue

    init(session: Session) { queue = PipelineQueue(session: session) }

    /// Sends a statement; the answer is the number of rows it touched.
    @discardableResult
    public mutating func execute(_ statement: Statement) throws(PQError) -> Pending<Int> {
        try send(statement) { answer, result throws(PQError) in answer.keep(Session.affected(result)) }
    }

    /// Sends a query; the answer is its rows.
    @inlinable
    public mutating func rows<R: Row>(
        _ statement: Statement, as: R.Type = R.self
    ) throws(PQError) -> Pending<[R]> {
        try send(statement) { answer, result throws(PQError) in
            try ResultColumns.check(result, against: R.columns)
            answer.keep(try decodeAll(result) { decoder throws(PQError) in try R(decoding: &decoder) })
        }
    }

    /// Sends a query; the answer is its rows as tuples.
    @inlinable
    public mutating func rows<each C: PQDecodable>(
        _ statement: Statement, as: (repeat each C).Type
    ) throws(PQError) -> Pending<[(repeat each C)]> {
        try send(statement) { answer, result throws(PQError) in
            try ResultColumns.check(result, against: columnList(repeat (each C).self))
            answer.keep(
                try decodeAll(result) { decoder throws(PQError) in (repeat try decoder.next((each C).self)) })
        }
    }

    /// Sends a query; the answer is the only column of its only row.
    @inlinable
    public mutating func value<V: PQDecodable>(
        _ statement: Statement, as: V.Type = V.self
    ) throws(PQError) -> Pending<V> {
        try send(statement) { answer, result throws(PQError) in answer.keep(try onlyValue(result, as: V.self)) }
    }

    /// Ends the batch: waits for its answers, which the handles give from now on, until the shortest deadline that one of
    /// its statements has.
    ///
    /// **Throws** the errors of the connection; those of statements come from their handles.
    public mutating func sync() throws(PQError) { try queue.sync() }

    /// Ends the last batch.
    ///
    /// **Throws** the first statement error whose handle nobody asked, so that none passes unseen.
    mutating func finish() throws(PQError) {
        if !queue.isEmpty { try queue.sync() }
        if let error = queue.unseenFailure { throw error }
    }

    @inlinable
    mutating func send<T>(_ statement: Statement, _ read: @escaping Answer.Read) throws(PQError) -> Pending<T> {
        let answer = TypedAnswer<T>(sql: statement.sql, read: read)
        try queue.send(statement, answer)
        return Pending(answer)
    }
}

/// All rows of a whole result whose columns were checked.
@inlinable func decodeAll<T>(
    _ result: OpaquePointer, _ read: (inout RowDecoder) throws(PQError) -> T
) throws(PQError) -> [T] {
    let count = PQntuples(result)
    var rows: [T] = []
    rows.reserveCapacity(Int(count))
    for row in 0..<count {
        var decoder = RowDecoder(result: result, row: row, number: Int(row) + 1)
        rows.append(try read(&decoder))
    }
    return rows
}

/// The only column of the only row of a whole result.
@inlinable func onlyValue<V: PQDecodable>(_ result: OpaquePointer, as: V.Type) throws(PQError) -> V {
    try ResultColumns.check(result, is: V.self)
    guard PQntuples(result) == 1 else { throw .unexpectedRowCount(Int(PQntuples(result))) }
    var decoder = RowDecoder(result: result, row: 0, number: 1)
    return try decoder.next(V.self)
}
