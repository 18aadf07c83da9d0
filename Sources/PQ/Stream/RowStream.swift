/// The rows of a statement as an asynchronous sequence.
///
/// Rows leave the connection in batches when they are asked for: memory does not grow with their number, and a slow
/// reader slows the server. Cancelling the task or leaving the loop ends the statement. Until then the connection
/// runs nothing else. An error of the statement is thrown after the rows that came before it.
public struct RowStream<R: Row>: AsyncSequence, Sendable {
    public typealias Element = R
    public typealias Failure = PQError

    let connection: Connection
    let statement: Statement

    public func makeAsyncIterator() -> Iterator { Iterator(connection: connection, statement: statement) }

    /// Not to be shared between tasks.
    public struct Iterator: AsyncIteratorProtocol {
        @usableFromInline var batch: [R] = []
        @usableFromInline var position = 0
        @usableFromInline let connection: Connection
        @usableFromInline let statement: Statement
        @usableFromInline var ticket: StreamTicket?
        /// Set with the last batch.
        @usableFromInline var end: StreamEnd?

        init(connection: Connection, statement: Statement) {
            self.connection = connection
            self.statement = statement
        }

        @inlinable public mutating func next() async throws(PQError) -> R? { try await next(isolation: nil) }

        @inlinable public mutating func next(isolation actor: isolated (any Actor)?) async throws(PQError) -> R? {
            if position == batch.count {
                try await refill(isolation: actor)
                if batch.isEmpty { return nil }
            }
            defer { position &+= 1 }
            return batch[position]
        }

        @inlinable mutating func refill(isolation actor: isolated (any Actor)?) async throws(PQError) {
            batch = []
            position = 0
            switch end {
            case .lastRow: return
            case .failure(let error):
                end = .lastRow
                throw error
            case nil: break
            }
            do throws(PQError) {
                if ticket == nil { ticket = try await connection.openStream(statement, columns: R.columns) }
                (batch, end) = try await connection.nextBatch(ticket!, limit: streamBatchSize)
            } catch {
                end = .lastRow
                throw error
            }
        }
    }
}

/// What comes after the rows of a stream's last batch.
@usableFromInline enum StreamEnd: Sendable {
    case lastRow
    case failure(PQError)
}

/// Rows a batch holds at most.
@usableFromInline let streamBatchSize = 1_000

/// Who holds it may read the stream; when the last holder lets go, the stream ends.
@usableFromInline final class StreamTicket: Sendable {
    @usableFromInline let id: UInt64
    private let connection: Connection

    init(id: UInt64, connection: Connection) {
        self.id = id
        self.connection = connection
    }

    deinit {
        let (connection, id) = (connection, id)
        Task { await connection.endStream(id) }
    }
}
