import CLibPQ

extension Session {
    @usableFromInline func beginCopyOut(_ sql: String, deadline: Duration?) throws(PQError) {
        try beginCopy(sql, deadline: deadline, expecting: PGRES_COPY_OUT)
    }

    /// The next piece the server sent, one row in most formats, valid until `freeCopy`; nil after the last.
    @usableFromInline func nextCopy() throws(PQError) -> UnsafeRawBufferPointer? {
        var buffer: UnsafeMutablePointer<CChar>?
        while true {
            let count = PQgetCopyData(handle, &buffer, 1)
            if count > 0 { return UnsafeRawBufferPointer(start: buffer, count: Int(count)) }
            if count < 0 { return nil }
            try exchange(&current!.watch)
        }
    }

    @usableFromInline static func freeCopy(_ piece: UnsafeRawBufferPointer) {
        PQfreemem(UnsafeMutableRawPointer(mutating: piece.baseAddress))
    }

    /// Rows the server says it sent.
    @usableFromInline func endCopyOut() throws(PQError) -> Int {
        guard let result = try nextResult(&current!.watch) else { throw lost() }
        let good = try checked(result)
        defer { PQclear(good) }
        try finish()
        return Self.affected(good)
    }

    /// Gives the COPY up: told to stop outside a transaction, read to its end inside one.
    @usableFromInline func abortCopyOut() {
        guard !isBroken else { return }
        if current?.startedInTransaction == false, current?.watch.cancel == nil { cancelCurrent() }
        do throws(PQError) {
            while let piece = try nextCopy() { Self.freeCopy(piece) }
        } catch {}
        drain()
    }

    func cancelCurrent() {
        current?.watch.note(CancelRequest(handle), at: monotonicNow())
    }
}
