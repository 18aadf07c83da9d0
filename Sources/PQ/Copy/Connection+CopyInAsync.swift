extension Connection {
    /// Sends rows to a table by COPY as they come and gives the number the server took.
    ///
    /// Rows are encoded where they are made and cross to the connection in pieces of about 64 KB; a slow server slows
    /// their maker. Until the last one the connection runs nothing else. `progress` hears the rows sent so far.
    ///
    /// **Throws** `PQError.copyRow` with the line of the row the server refused; `.unencodableRow`; the error of `rows`;
    /// `.cancelled`. Nothing is stored then.
    @discardableResult
    public nonisolated(nonsending) func copyIn<S: AsyncSequence>(
        _ target: CopyTarget, rows: S, deadline: Duration? = nil, progress: ((Int) -> Void)? = nil
    ) async throws -> Int where S.Element: CopyRow {
        try await copyIn(target.sql, deadline) { () async throws in
            try await send(rows, in: target.format, progress)
        }
    }

    /// Sends data that is in COPY's format already, as its pieces come.
    ///
    /// **Throws** `PQError.copyRow` with the line the server refused; the error of `chunks`; `.cancelled`. Nothing is
    /// stored then.
    @discardableResult
    public nonisolated(nonsending) func copyIn<S: AsyncSequence>(
        _ sql: String, chunks: S, deadline: Duration? = nil, progress: ((Int) -> Void)? = nil
    ) async throws -> Int where S.Element: Collection<UInt8> {
        try await copyIn(sql, deadline) { () async throws in
            var sent = 0
            for try await chunk in chunks {
                try await putCopy(Array(chunk))
                sent += chunk.count
                progress?(sent)
            }
        }
    }

    /// Runs a COPY whose data `send` sends.
    private nonisolated(nonsending) func copyIn(
        _ sql: String, _ deadline: Duration?, _ send: nonisolated(nonsending) () async throws -> Void
    ) async throws -> Int {
        try await openCopy(sql, deadline)
        do {
            try await send()
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
            sent += 1
            try encoder.endRow(sent)
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
        if let fault = writer.reasonNotToSend { throw .unencodableRow(row, fault) }
        defer { writer.clear() }
        return Array(writer.bytes)
    }
}
