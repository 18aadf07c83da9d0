import CLibPQ
import Glibc

extension Session {
    /// Waits until the socket has something to do, in steps that look for cancellation and the deadline.
    ///
    /// **Throws** `.deadlineExceeded`, `.connectionLost`, or `.cancelled` when a cancelled server stays silent; all
    /// three leave the connection broken.
    func wait(reading: Bool = true, writing: Bool, _ watch: inout Watch) throws(PQError) {
        repeat { try check(&watch) } while try !pause(reading: reading, writing: writing, &watch)
        watch.resetPause()
    }

    /// One step of waiting, true when the socket has something to do; the caller looks for cancellation and time itself.
    @discardableResult
    func pause(reading: Bool = true, writing: Bool = false, _ watch: inout Watch) throws(PQError) -> Bool {
        let socket = PQsocket(handle)
        // libpq has closed a socket that failed; on none `poll` would wait for ever.
        guard socket >= 0 else { throw lost() }
        var poller = pollfd(
            fd: socket, events: Int16((reading ? POLLIN : 0) | (writing ? POLLOUT : 0)), revents: 0)
        let ready = poll(&poller, 1, watch.nextPause())
        if ready < 0 && errno != EINTR { throw lost() }
        return ready > 0
    }

    /// Looks for cancellation and the deadline.
    private func check(_ watch: inout Watch) throws(PQError) {
        if watch.isPastDeadline {
            if watch.cancel == nil { _ = CancelRequest(handle) }  // a busy server should not work on in vain
            dropSocket()
            throw .deadlineExceeded
        }
        guard watch.isCancelling || (watch.isCancellable && Task.isCancelled) else { return }
        let now = monotonicNow()
        guard let limit = watch.cancelBy else { return watch.note(CancelRequest(handle), at: now) }
        if now > limit {
            dropSocket()
            throw .cancelled
        }
        // A request that overtakes the statement finds an idle server and is lost: ask again.
        if now > watch.cancelAgain, watch.cancel?.isFinished != false { watch.note(CancelRequest(handle), at: now) }
    }

    /// Waits until everything written has left, taking in what arrives meanwhile.
    func push(_ watch: inout Watch) throws(PQError) {
        while true {
            let pending = PQflush(handle)
            if pending == 0 { return }
            if pending < 0 { return try readLastWords() }
            try wait(writing: true, &watch)
            if PQconsumeInput(handle) == 0 { return try readLastWords() }
        }
    }

    /// Takes in what has arrived and pushes out what is due, waiting for either.
    func exchange(_ watch: inout Watch) throws(PQError) {
        while try !exchangeOnce(&watch) {}
    }

    /// One step of `exchange`; false when nothing came in it.
    @discardableResult
    func exchangeOnce(_ watch: inout Watch) throws(PQError) -> Bool {
        let pending = PQflush(handle)
        if pending < 0 { try readLastWords() }
        try check(&watch)
        guard try pause(writing: pending > 0, &watch) else { return false }
        watch.resetPause()
        if PQconsumeInput(handle) == 0 { try readLastWords() }
        return true
    }

    /// The next result of what was sent, nil after the last; the caller clears it.
    func nextResult(_ watch: inout Watch) throws(PQError) -> OpaquePointer? {
        if PQisBusy(handle) == 0 { return PQgetResult(handle) }
        repeat { try exchange(&watch) } while PQisBusy(handle) != 0
        return PQgetResult(handle)
    }

    /// A broken socket may still hold the server's reason: libpq then has a result ready.
    private func readLastWords() throws(PQError) {
        if PQisBusy(handle) != 0 { throw lost() }
    }

    func lost() -> PQError {
        dropSocket()
        return .connectionLost
    }

    /// Waits for a cancel request on its way, so that it cannot hit the next statement.
    func settle(_ watch: inout Watch) {
        guard let cancel = watch.cancel, let limit = watch.cancelBy else { return }
        while !cancel.isFinished && !isBroken {
            if monotonicNow() > limit { return dropSocket() }
            usleep(50)
        }
        watch.cancel = nil
    }
}

extension Session {
    /// Looks without waiting whether the server has closed the socket.
    func socketLives() -> Bool {
        var poller = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        guard poll(&poller, 1, 0) > 0 else { return true }
        if PQconsumeInput(handle) == 0 || PQstatus(handle) != CONNECTION_OK {
            isBroken = true
            return false
        }
        // The farewell of a server that shuts down arrives before the end of the stream.
        if poll(&poller, 1, 0) > 0 && PQconsumeInput(handle) == 0 { isBroken = true }
        return !isBroken
    }
}
