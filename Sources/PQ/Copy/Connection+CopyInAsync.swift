extension Connection {
    /// Sends rows to a table by COPY as they come and gives the number the server took.
    ///
    /// Rows are encoded where they are made and cross to the connection in pieces of about 64 KB; a slow server slows
    /// their maker. Until the last one the connection runs nothing else. `progress` hears the rows sent so far.
    ///
    /// **Throws** `PQError.copyRow` with the line of the row the server refused; the error of `rows`; `.cancelled`.
    /// Nothing is stored then.
    @discardableResult
    public nonisolated(nonsending) func copyIn<S: AsyncSequence>(
        _ target: CopyTarget, rows: S, deadline: Duration? = nil, progress: ((Int) -> Void)? = nil
    ) async throws -> Int where S.Element: CopyRow {
        try await openCopy(target.sql, deadline)
        do {
            try await send(rows, in: target.format, progress)
            // A sequence may answer a cancellation by ending early.
            if Task.isCancelled { throw PQError.cancelled }
        } catch {
            await abortCopy()
            throw error
        }
        return try await endCopy()
    }

    private nonisolated(nonsending) func send<S: AsyncSequence>(
        _ rows: S, in format: CopyTarget.Format, _ progress: ((Int) -> Void)?
    ) async throws where S.Element: CopyRow {
        var encoder = CopyEncoder(format: format)
        encoder.writeHeader()
        var sent = 0
        for try await row in rows {
            encoder.beginRow()
            row.encode(to: &encoder)
            encoder.endRow()
            sent += 1
            if encoder.writer.count >= CopyEncoder.chunk {
                try await putCopy(try encoder.takePiece(row: sent))
                progress?(sent)
            }
        }
        encoder.writeTrailer()
        try await putCopy(try encoder.takePiece(row: sent))
        progress?(sent)
    }

    private func openCopy(_ sql: String, _ deadline: Duration?) throws(PQError) {
        let session = try live()
        try session.beginCopyIn(sql, deadline: deadline)
        session.activity = .copy
    }

    private func putCopy(_ piece: [UInt8]) throws(PQError) { try live().putCopy(copyOf: piece) }

    private func abortCopy() {
        session?.abortCopyIn()
        session?.activity = .idle
    }

    private func endCopy() throws(PQError) -> Int {
        let session = try live()
        session.activity = .idle
        return try session.endCopyIn()
    }
}

extension CopyEncoder {
    /// What was written since the last piece.
    fileprivate mutating func takePiece(row: Int) throws(PQError) -> [UInt8] {
        if let fault = writer.reasonNotToSend { throw .invalidBind(row, fault) }
        defer { writer.clear() }
        return Array(writer.bytes)
    }
}
