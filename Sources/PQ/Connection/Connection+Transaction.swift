import CLibPQ
import Glibc

extension Connection {
    /// Runs `body` in a transaction, or in a savepoint inside one, be it begun by this call or by hand.
    ///
    /// The body is synchronous: nothing but statements of this connection can sit in the transaction. It may run
    /// several times when `options.retries` says so.
    ///
    /// **Throws** the body's error after a rollback; `PQError.rollbackFailed` with both when the rollback failed
    /// too; `.commitUnknown` when the connection was lost after COMMIT was sent, `.connectionClosed` when the body
    /// swallowed its loss before that; `.transactionRolledBack` when the body swallowed the error of a statement;
    /// `.misuse(.notInTransaction)` when the body ended the transaction itself.
    @discardableResult
    public func transaction<T>(
        _ options: TransactionOptions = TransactionOptions(), _ body: @Sendable (isolated Connection) throws -> T
    ) throws -> T {
        var retries = options.retries
        return try transaction(options, retries: &retries, body)
    }

    /// The same, with what is left of a number of retries that several connections share.
    func transaction<T>(
        _ options: TransactionOptions, retries: inout Int, _ body: @Sendable (isolated Connection) throws -> T
    ) throws -> T {
        let session = try live()
        try session.ready()
        if session.depth > 0 || session.isInTransaction { return try savepoint(session, body) }
        while true {
            do {
                return try attemptTransaction(session, options, body)
            } catch let error as PQError where error.isRetryable && retries > 0 && !session.isBroken {
                retries -= 1
                Self.pauseBeforeRetry(options.retries - retries)
            }
        }
    }

    private func attemptTransaction<T>(
        _ session: Session, _ options: TransactionOptions, _ body: @Sendable (isolated Connection) throws -> T
    ) throws -> T {
        if Task.isCancelled { throw PQError.cancelled }
        try session.deallocateEvicted()
        try session.command(options.begin)
        session.depth = 1
        defer { session.depth = 0 }
        let value: T
        var xid: String?
        do {
            value = try body(self)
            if Task.isCancelled { throw PQError.cancelled }
            if options.tracksOutcome { xid = try session.transactionID() }
        } catch {
            try session.undo("rollback", after: error)
            throw error
        }
        try session.commit(xid: xid)
        return value
    }

    private func savepoint<T>(_ session: Session, _ body: @Sendable (isolated Connection) throws -> T) throws -> T {
        session.savepoints += 1
        let name = "pq_\(session.savepoints)"
        if Task.isCancelled { throw PQError.cancelled }
        try session.command("savepoint \(name)")
        session.depth += 1
        defer { session.depth -= 1 }
        let value: T
        do {
            value = try body(self)
        } catch {
            try session.undo(Session.undoing(savepoint: name), after: error)
            throw error
        }
        try session.release(savepoint: name)
        return value
    }

    /// A short wait that grows and differs between two that met.
    private static func pauseBeforeRetry(_ attempt: Int) {
        usleep(UInt32.random(in: 1_000...4_000) << UInt32(min(attempt - 1, 5)))
    }

    /// What became of a transaction whose COMMIT got no answer; ask on another connection.
    public func outcome(ofTransaction xid: String) throws(PQError) -> TransactionOutcome {
        let status = try value("select pg_xact_status(\(xid)::xid8)", as: String?.self)
        return status.flatMap { TransactionOutcome(rawValue: $0) } ?? .forgotten
    }
}

/// What the server says about a transaction by its id.
public enum TransactionOutcome: String, Sendable {
    case committed, aborted
    case inProgress = "in progress"
    /// Too long ago for the server to know.
    case forgotten
}

extension Session {
    /// Rolls back after `bodyError`; a broken session needs none, nor does one whose transaction the body ended.
    fileprivate func undo(_ sql: String, after bodyError: any Error) throws(PQError) {
        guard !isBroken, isInTransaction else { return }
        do throws(PQError) { try command(sql) } catch {
            throw .rollbackFailed(body: bodyError, rollback: error)
        }
    }

    fileprivate func transactionID() throws(PQError) -> String? {
        let result = try start("select pg_current_xact_id_if_assigned()::text", singleRow: false)
        defer { PQclear(result) }
        try finish()
        return PQgetisnull(result, 0, 0) != 0 ? nil : String(cString: PQgetvalue(result, 0, 0))
    }

    fileprivate func commit(xid: String?) throws(PQError) {
        try requireOpenTransaction(undoingBy: "rollback")
        do throws(PQError) { try command("commit") } catch {
            // A lost connection or a server that went away in between: the answer never came.
            if isBroken { throw .commitUnknown(xid: xid) }
            throw error
        }
    }

    fileprivate static func undoing(savepoint name: String) -> String {
        "rollback to savepoint \(name); release savepoint \(name)"
    }

    fileprivate func release(savepoint name: String) throws(PQError) {
        try requireOpenTransaction(undoingBy: Self.undoing(savepoint: name))
        do throws(PQError) { try command("release savepoint \(name)") } catch {
            // The body ended the transaction that held it, and began another.
            throw error.sqlState == .invalidSavepoint ? .misuse(.notInTransaction) : error
        }
    }

    /// Looks, before its end is sent, whether the transaction that was begun is still open and can be kept.
    ///
    /// **Throws** `.transactionRolledBack` after undoing one that failed unnoticed.
    private func requireOpenTransaction(undoingBy undo: String) throws(PQError) {
        if isBroken { throw .connectionClosed }
        switch PQtransactionStatus(handle) {
        case PQTRANS_IDLE: throw .misuse(.notInTransaction)
        case PQTRANS_INERROR:
            try self.undo(undo, after: PQError.transactionRolledBack)
            throw .transactionRolledBack
        default: return
        }
    }
}
