extension Connection {
    /// Hands the data of `copy … to stdout` to `body` as it arrives, one row a piece in most formats.
    ///
    /// An error of `body` ends the COPY. Gives the number of rows the server sent.
    ///
    /// - Parameter deadline: for the whole COPY; nil takes the connection's own.
    @discardableResult @inlinable
    public func copyOut(
        _ sql: String, deadline: Duration? = nil, to body: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Int {
        let session = try live()
        try session.beginCopyOut(sql, deadline: deadline)
        session.activity = .rows
        defer { session.activity = .idle }
        do {
            while let piece = try session.nextCopy() {
                defer { Session.freeCopy(piece) }
                try body(piece)
            }
        } catch {
            session.abortCopyOut()
            throw error
        }
        return try session.endCopyOut()
    }

    /// Hands the rows of a query to `body` by a binary COPY: less work for both sides than a result.
    ///
    /// The query has no values: the server takes none inside COPY. Columns are checked before it starts.
    @discardableResult @inlinable
    public func copyOut<R: Row>(
        query: String, as: R.Type = R.self, deadline: Duration? = nil, _ body: (consuming R) throws -> Void
    ) throws -> Int {
        let session = try live()
        let types = try session.describe(query, columns: R.columns)
        return try types.withUnsafeBufferPointer { types in
            var number = 0
            return try copyOut("copy (\(query)) to stdout (format binary)", deadline: deadline) { piece in
                guard let fields = try CopyFields(piece, isFirst: number == 0) else { return }
                number += 1
                var decoder = RowDecoder(copied: fields, types: types, number: number)
                try body(try R(decoding: &decoder))
            }
        }
    }
}
