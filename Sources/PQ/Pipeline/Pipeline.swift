import CLibPQ

/// Sends statements without waiting for the answers of those before them.
///
/// What stands between two calls of `sync` is a batch: one trip and, outside a transaction, one transaction. An error
/// undoes and ends its own batch only.
public struct Pipeline: ~Copyable {
    private let queue: PipelineQueue

    init(session: Session) { queue = PipelineQueue(session: session) }

    /// Sends a statement; the answer is the number of rows it touched.
    @discardableResult
    public mutating func execute(_ statement: Statement) throws(PQError) -> Pending<Int> {
        try send(statement) { result throws(PQError) in Session.affected(result) }
    }

    /// Sends a query; the answer is its rows.
    public mutating func rows<R: Row>(
        _ statement: Statement, as: R.Type = R.self
    ) throws(PQError) -> Pending<[R]> {
        try send(statement) { result throws(PQError) in
            try ResultColumns.check(result, against: R.columns)
            return try Self.decode(result) { decoder throws(PQError) in try R(decoding: &decoder) }
        }
    }

    /// Sends a query; the answer is its rows as tuples.
    public mutating func rows<each C: PQDecodable>(
        _ statement: Statement, as: (repeat each C).Type
    ) throws(PQError) -> Pending<[(repeat each C)]> {
        try send(statement) { result throws(PQError) in
            try ResultColumns.check(result, against: columnList(repeat (each C).self))
            return try Self.decode(result) { decoder throws(PQError) in (repeat try decoder.next((each C).self)) }
        }
    }

    /// Sends a query; the answer is the only column of its only row.
    public mutating func value<V: PQDecodable>(
        _ statement: Statement, as: V.Type = V.self
    ) throws(PQError) -> Pending<V> {
        try send(statement) { result throws(PQError) in
            try ResultColumns.check(result, against: columnList(V.self))
            guard PQntuples(result) == 1 else { throw .unexpectedRowCount(Int(PQntuples(result))) }
            var decoder = RowDecoder(result: result, row: 0, number: 1)
            return try decoder.next(V.self)
        }
    }

    /// Ends the batch: waits for its answers, which the handles give from now on.
    ///
    /// **Throws** the errors of the connection; those of statements come from their handles.
    public mutating func sync() throws(PQError) { try queue.sync() }

    /// Ends the last batch.
    ///
    /// **Throws** the first statement error whose handle nobody asked, so that none passes unseen.
    mutating func finish() throws(PQError) {
        if !queue.isEmpty { try queue.sync() }
        if let unseen = queue.failures.first(where: { !$0.isObserved() }) { throw unseen.error }
    }

    private mutating func send<T>(
        _ statement: Statement, _ read: @escaping (OpaquePointer) throws(PQError) -> T
    ) throws(PQError) -> Pending<T> {
        let pending = Pending<T>()
        try queue.send(
            statement,
            PipelineQueue.Expected(
                sql: statement.sql,
                take: { result in
                    do throws(PQError) { pending.settle(.success(try read(try result.get()))) } catch {
                        pending.settle(.failure(error))
                    }
                }, isObserved: { pending.isObserved }))
        return pending
    }

    private static func decode<T>(
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
}
