extension Connection {
    /// Sends rows to a table by COPY and gives the number the server took.
    ///
    /// `progress` hears the rows sent so far after each piece of about 64 KB. The deadline is for the whole COPY; nil takes
    /// the connection's own.
    ///
    /// **Throws** `PQError.copyRow` with the line of the row the server refused; `.unencodableRow`. Nothing is stored then.
    @discardableResult @inlinable
    public func copyIn<S: Sequence>(
        _ target: CopyTarget, rows: S, deadline: Duration? = nil, progress: ((Int) -> Void)? = nil
    ) throws(PQError) -> Int where S.Element: CopyRow {
        let session = try live()
        try session.beginCopyIn(target.sql, deadline: deadline)
        session.activity = .copy
        defer { session.activity = .idle }
        do throws(PQError) {
            var encoder = CopyEncoder(format: target.format)
            encoder.writeHeader()
            var sent = 0
            for row in rows {
                encoder.beginRow()
                row.encode(to: &encoder)
                sent &+= 1
                try encoder.endRow(sent)
                if encoder.writer.count >= CopyEncoder.chunk {
                    try session.putCopy(&encoder, row: sent)
                    progress?(sent)
                }
            }
            encoder.writeTrailer()
            try session.putCopy(&encoder, row: sent)
        } catch {
            session.abortCopyIn()
            throw error
        }
        return try session.endCopyIn()
    }

    /// Sends data that is in COPY's format already: `copy t from stdin (format csv, header match)` and a file's pieces.
    ///
    /// **Throws** `PQError.copyRow` with the line the server refused. Nothing is stored then.
    @discardableResult @inlinable
    public func copyIn<S: Sequence>(
        _ sql: String, chunks: S, deadline: Duration? = nil, progress: ((Int) -> Void)? = nil
    ) throws(PQError) -> Int where S.Element: Collection<UInt8> {
        let session = try live()
        try session.beginCopyIn(sql, deadline: deadline)
        session.activity = .copy
        defer { session.activity = .idle }
        var sent = 0
        do throws(PQError) {
            for chunk in chunks {
                try session.putCopy(copyOf: chunk)
                sent += chunk.count
                progress?(sent)
            }
        } catch {
            session.abortCopyIn()
            throw error
        }
        return try session.endCopyIn()
    }
}

extension Session {
    /// Sends what the encoder holds and empties it.
    @usableFromInline func putCopy(_ encoder: inout CopyEncoder, row: Int) throws(PQError) {
        if let fault = encoder.writer.reasonNotToSend { throw .unencodableRow(row, fault) }
        try putCopy(encoder.writer.bytes)
        encoder.writer.clear()
    }

    @inlinable func putCopy(copyOf chunk: some Collection<UInt8>) throws(PQError) {
        let sent: Void? = try chunk.withContiguousBytes { bytes throws(PQError) in try putCopy(bytes) }
        if sent == nil { try putCopy(copyOf: ContiguousArray(chunk)) }
    }
}

extension Collection where Element == UInt8 {
    /// Lends the bytes when they lie side by side; nil otherwise.
    @inlinable func withContiguousBytes<T>(
        _ body: (UnsafeRawBufferPointer) throws(PQError) -> T
    ) throws(PQError) -> T? {
        let result = withContiguousStorageIfAvailable { buffer -> Result<T, PQError> in
            do throws(PQError) { return .success(try body(UnsafeRawBufferPointer(buffer))) } catch {
                return .failure(error)
            }
        }
        return try result?.get()
    }
}
