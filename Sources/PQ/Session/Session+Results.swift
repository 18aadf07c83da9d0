import CLibPQ

extension Session {
    /// The result itself when it is a good one; otherwise it is cleared, the rest drained and its error thrown.
    func checked(_ result: OpaquePointer) throws(PQError) -> OpaquePointer {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY:
            return result
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            PQclear(result)
            do throws(PQError) { try leaveCopy() } catch {}
            drain()
            throw .misuse(.copyNeedsCopyCall)
        default:
            let failure = error(of: result)
            PQclear(result)
            drain()
            throw failure
        }
    }

    /// The error a failed result stands for.
    func error(of result: OpaquePointer) -> PQError {
        let isDead = PQstatus(handle) != CONNECTION_OK
        if isDead { isBroken = true }
        guard PQresultErrorField(result, pq_diag_sqlstate) != nil else { return .connectionLost }
        let server = ServerError(result: result, sql: current?.sql)
        if server.sqlState.endsSession { isBroken = true }
        if server.sqlState == .queryCanceled, current?.watch.cancel != nil { return .cancelled }
        return .server(server)
    }

    /// Takes the results that are left and settles a cancel on its way.
    ///
    /// **Throws** the first error among them.
    func finish() throws(PQError) {
        guard current != nil else { return }
        var failure: PQError?
        do throws(PQError) {
            while let result = try nextResult(&current!.watch) {
                defer { PQclear(result) }
                switch PQresultStatus(result) {
                case PGRES_FATAL_ERROR: failure = failure ?? error(of: result)
                case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                    failure = failure ?? .misuse(.copyNeedsCopyCall)
                    try leaveCopy()
                default: break
                }
            }
        } catch { failure = failure ?? error }
        settle(&current!.watch)
        if let failure { throw failure }
    }

    /// Takes and forgets what is left; on a lost connection that is nothing.
    func drain() {
        guard !isBroken else { return }
        do throws(PQError) { try finish() } catch {}
    }

    /// Ends a statement whose rows nobody wants any more.
    ///
    /// Outside a transaction the server is told to stop, and dropped when it does not; inside one that would undo the
    /// transaction's work, so what is left is read and dropped.
    @usableFromInline func abandon() { _ = abandon(until: .max) }

    /// The same, as far as it is done by a moment of the monotonic clock; true when it is.
    func abandon(until moment: UInt64) -> Bool {
        clearLentRow()
        while !isBroken, current != nil {
            while PQisBusy(handle) == 0 {
                guard let result = PQgetResult(handle) else {
                    settle(&current!.watch)
                    return true
                }
                // A farewell among them says that the session is over.
                if PQresultStatus(result) == PGRES_FATAL_ERROR { _ = error(of: result) }
                PQclear(result)
            }
            if current?.startedInTransaction == false, current?.watch.cancel == nil { cancelCurrent() }
            if monotonicNow() >= moment { return false }
            do throws(PQError) { try exchangeOnce(&current!.watch) } catch { return true }
        }
        return true
    }

    func clearLentRow() {
        if let row = lentRow { PQclear(row) }
        if let row = firstRow { PQclear(row) }
        lentRow = nil
        firstRow = nil
    }

    /// Ends a COPY that was started by a call that cannot serve it.
    private func leaveCopy() throws(PQError) {
        if PQputCopyEnd(handle, "not expected here") < 0 { try skipCopyOut() }
    }

    private func skipCopyOut() throws(PQError) {
        var buffer: UnsafeMutablePointer<CChar>?
        while true {
            switch PQgetCopyData(handle, &buffer, 1) {
            case 0: try exchange(&current!.watch)
            case 1...: PQfreemem(buffer)
            default: return
            }
        }
    }
}
