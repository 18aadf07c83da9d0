extension Connection {
    /// The rows of a statement, sent when the first is asked for.
    public nonisolated func stream<R: Row>(_ statement: Statement, as: R.Type = R.self) -> RowStream<R> {
        RowStream(connection: self, statement: statement)
    }

    @usableFromInline func openStream(_ statement: Statement, columns: [Column]) throws(PQError) -> StreamTicket {
        let session = try live()
        try session.open(statement, columns: columns)
        streams += 1
        let ticket = StreamTicket(id: streams, connection: self)
        session.activity = .stream(streams)
        session.streamed = 0
        session.isStreamHeld = { [weak ticket] in ticket != nil }
        return ticket
    }

    /// Up to `limit` rows, the first of a stream as soon as they are there, and how the stream ended if it did.
    ///
    /// An error after some rows comes with them, to be thrown when they have been read.
    @inlinable func nextBatch<R: Row>(
        _ ticket: StreamTicket, limit: Int
    ) throws(PQError) -> (rows: [R], end: StreamEnd?) {
        let session = try live()
        guard session.activity == .stream(ticket.id) else { throw .cancelled }
        var rows: [R] = []
        let isFirst = session.streamed == 0
        do throws(PQError) {
            if Task.isCancelled { throw .cancelled }
            while rows.count < limit, !(isFirst && !rows.isEmpty && session.wouldWait) {
                guard let result = try session.nextRow() else {
                    session.activity = .idle
                    return (rows, .lastRow)
                }
                if rows.isEmpty { rows.reserveCapacity(limit) }
                session.streamed &+= 1
                var decoder = RowDecoder(result: result, row: 0, number: session.streamed, types: session.types)
                rows.append(try R(decoding: &decoder))
            }
        } catch {
            session.abandon()
            session.activity = .idle
            if rows.isEmpty { throw error }
            return (rows, .failure(error))
        }
        return (rows, nil)
    }

    /// Ends a stream whose reader has gone, and lets others come in between: a statement with a deadline of its own ends it within that.
    func endStream(_ id: UInt64) async {
        while let session, session.activity == .stream(id) {
            if session.abandon(until: monotonicNow() + endingSlice.nanoseconds) {
                session.activity = .idle
            } else {
                await Task.yield()
            }
        }
    }
}

/// How long the end of a stream holds the connection before it lets others have it.
private let endingSlice = Duration.milliseconds(20)
